package drivetrain.payments.domain;

import drivetrain.kernel.Revision;
/** Called off: the provider holds nothing and has taken nothing. */
public record Voided(Revision revision, Terms terms) implements Attempted {}
