package drivetrain.outbox;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.DeadLetters;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.StreamRecord;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Keeps poison records in a queue, as {@link PoisonLetter}s. Not safe for several threads.
 */
public final class SqsDeadLetters implements DeadLetters {
    private static final JsonType<PoisonLetter> LETTER = JsonTypes
            .strict(PoisonLetter.class);

    private final Supplier<SqsClient> client;
    private final String queueUrl;
    private final Clock clock;
    private SqsClient queue;

    /**
     * Letters to a queue.
     *
     * @param client asked for with the first letter: letters are rare, and a client costs start time
     */
    public SqsDeadLetters(Supplier<SqsClient> client, String queueUrl, Clock clock) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.clock = clock;
    }

    @Override
    public void keep(String functionArn, StreamRecord poison, RuntimeException cause) {
        var letter = PoisonLetter.of(functionArn, poison, cause, clock.instant());
        try {
            queue().sendMessage(
                    send -> send.queueUrl(queueUrl).messageBody(LETTER.toJson(letter)));
        } catch (SdkException fault) {
            throw new DependencyUnavailable("the dead-letter queue took no letter", fault);
        }
    }

    private SqsClient queue() {
        if (queue == null) {
            queue = client.get();
        }
        return queue;
    }
}
