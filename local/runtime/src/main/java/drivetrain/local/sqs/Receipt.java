package drivetrain.local.sqs;

/** What SQS answers to the sender of a message. */
public record Receipt(String messageId, long sequence) {}
