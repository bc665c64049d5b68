package drivetrain.local.template;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a rule or schedule sends to: the ARN of a function, queue, workflow or bus.
 *
 * @param deadLetterArn
 *            the queue for events that can't be delivered within the retry policy
 */
public record RuleTarget(SourceLine source, String id, String arn, TargetInput input,
        int maximumRetryAttempts, Duration maximumEventAge, Optional<String> deadLetterArn,
        Optional<String> messageGroupId) {
    /** EventBridge's default number of retries. */
    public static final int DEFAULT_RETRY_ATTEMPTS = 185;
    /** EventBridge's default age at which it gives up. */
    public static final Duration DEFAULT_EVENT_AGE = Duration.ofHours(24);

    /** What the target gets. */
    public sealed interface TargetInput {}

    /** The event itself. */
    public record WholeEvent() implements TargetInput {}

    /** A fixed JSON text ({@code Input}). */
    public record FixedInput(String json) implements TargetInput {}

    /** A part of the event ({@code InputPath}). */
    public record PartOfEvent(String path) implements TargetInput {}

    /** A template filled from paths into the event ({@code InputTransformer}). */
    public record TransformedEvent(Map<String, String> paths,
            String template) implements TargetInput {
        /** Copies the paths. */
        public TransformedEvent {
            paths = Map.copyOf(paths);
        }
    }
}
