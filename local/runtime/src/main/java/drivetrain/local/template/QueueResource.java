package drivetrain.local.template;

import java.time.Duration;
import java.util.Optional;

/** An SQS queue; {@code maximumMessageBytes} counts body and attributes. */
public record QueueResource(SourceLine source, String logicalId, String name, String arn,
        String url, boolean fifo, boolean contentBasedDeduplication, Duration visibilityTimeout,
        Duration messageRetention, Duration delay, Duration receiveWait, int maximumMessageBytes,
        Optional<Redrive> redrive) {
    /** After {@code maxReceiveCount} receives a message moves to the dead-letter queue. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}
}
