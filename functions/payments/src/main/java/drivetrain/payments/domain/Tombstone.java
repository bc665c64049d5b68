package drivetrain.payments.domain;

/** Called off before anything was asked for: the provider was never, and will never be, called. */
public record Tombstone(Revision revision) implements Payment {}
