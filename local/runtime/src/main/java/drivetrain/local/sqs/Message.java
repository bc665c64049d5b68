package drivetrain.local.sqs;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it was received.
 *
 * @param receiptHandle
 *            deletes it or changes its visibility; valid until it is received again
 * @param receiveCount
 *            how often it was received, counting this time
 * @param deadLetterSource
 *            the ARN of the queue that gave it up
 */
public record Message(String id, String receiptHandle, MessageDraft content, int receiveCount,
        Instant sentAt, Instant firstReceivedAt, Instant visibleAt, long sequence,
        Optional<String> deadLetterSource) {}
