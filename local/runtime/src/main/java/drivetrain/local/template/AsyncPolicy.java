package drivetrain.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * What Lambda does with asynchronous invocations of a function.
 *
 * @param maximumRetryAttempts
 *            0 to 2
 * @param maximumEventAge
 *            how long an event may wait, 60 seconds to 6 hours
 * @param onSuccessArn
 *            where invocation records of successes go: a queue, function or bus
 * @param onFailureArn
 *            where invocation records of failures go
 * @param deadLetterArn
 *            the queue that gets the bare event of a failure ({@code DeadLetterQueue})
 */
public record AsyncPolicy(int maximumRetryAttempts, Duration maximumEventAge,
        Optional<String> onSuccessArn, Optional<String> onFailureArn,
        Optional<String> deadLetterArn) {
    /** Lambda's defaults: two retries, six hours, no destination. */
    public static final AsyncPolicy DEFAULT = new AsyncPolicy(2, Duration.ofHours(6),
            Optional.empty(), Optional.empty(), Optional.empty());
}
