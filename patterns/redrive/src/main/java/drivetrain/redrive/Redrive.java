package drivetrain.redrive;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Gives the letters of a dead-letter queue to whom they were meant for.
 *
 * <p>A letter is deleted after it was taken, never before: a run that is stopped anywhere, or made
 * twice, or by two operators at once, loses nothing. A letter may then be taken twice, as
 * everything in this system may.
 */
public final class Redrive {
    /** Longer than a run takes to get to a letter; a letter that is left comes back at once. */
    private static final int HIDDEN_SECONDS = 600;
    private static final int BATCH = 10;

    private final SqsClient queues;
    private final Deliveries deliveries;
    private final Clock clock;

    /** Over an operator's clients. */
    public Redrive(Clients clients) {
        this(clients, Clock.systemUTC());
    }

    Redrive(Clients clients, Clock clock) {
        this.queues = clients.queues();
        this.deliveries = new Deliveries(clients);
        this.clock = clock;
    }

    /**
     * Goes through a queue once. Letters that come meanwhile are left to the next run; so it ends,
     * also when a function sets aside again what it gets.
     */
    public Report run(String queueUrl) {
        return new Run(queueUrl, clock.instant()).toTheEnd();
    }

    private final class Run {
        private final String queueUrl;
        private final Instant start;
        private final Map<Message, String> left = new LinkedHashMap<>();
        private int taken;

        Run(String queueUrl, Instant start) {
            this.queueUrl = queueUrl;
            this.start = start;
        }

        Report toTheEnd() {
            for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
                batch.forEach(this::handle);
            }
            left.keySet().forEach(this::showAgain);
            return new Report(taken, left.entrySet().stream().map(
                    entry -> new Report.Left(entry.getKey().messageId(), entry.getValue()))
                    .toList());
        }

        private List<Message> receive() {
            return queues.receiveMessage(request -> request.queueUrl(queueUrl)
                    .maxNumberOfMessages(BATCH).visibilityTimeout(HIDDEN_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                    .messages();
        }

        private void handle(Message message) {
            if (sentAt(message).isAfter(start)) {
                left.put(message, "it came during this run: set aside again, or new");
                return;
            }
            try {
                deliveries.deliver(Letters.read(message), queueUrl);
                delete(message);
                taken++;
            } catch (NotTaken stillBroken) {
                left.put(message, stillBroken.getMessage());
            } catch (SdkException unreachable) {
                left.put(message, String.valueOf(unreachable.getMessage()));
            }
        }

        private static Instant sentAt(Message message) {
            return Instant.ofEpochMilli(Long.parseLong(
                    message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP)));
        }

        private void delete(Message message) {
            queues.deleteMessage(request -> request.queueUrl(queueUrl)
                    .receiptHandle(message.receiptHandle()));
        }

        private void showAgain(Message message) {
            queues.changeMessageVisibility(request -> request.queueUrl(queueUrl)
                    .receiptHandle(message.receiptHandle()).visibilityTimeout(0));
        }
    }
}
