package drivetrain.payments.domain;

import drivetrain.kernel.Revision;
/** Called off before anything was asked for: the provider was never, and will never be, called. */
public record Tombstone(Revision revision) implements Payment {}
