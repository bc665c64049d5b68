package drivetrain.shipping.domain;

import drivetrain.kernel.Revision;
/** Called off before it was asked for: nothing was or will be booked. */
public record Tombstone(Revision revision) implements Shipment {}
