package drivetrain.local.sqs;

/** How many messages can be received, are being handled, and are delayed. */
public record QueueCounts(int available, int inFlight, int delayed) {}
