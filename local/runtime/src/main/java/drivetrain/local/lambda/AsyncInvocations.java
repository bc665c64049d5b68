package drivetrain.local.lambda;

import drivetrain.local.template.AsyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Invocations of type {@code Event}: a failed one is tried again after one minute and then after
 * two; a throttled one is tried again until its event is too old (AWS Lambda Developer Guide, "How
 * Lambda handles errors and retries with asynchronous invocation").
 */
final class AsyncInvocations {
    private static final Duration FIRST_THROTTLE_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_THROTTLE_WAIT = Duration.ofMinutes(5);

    private final Timeouts timer;
    private final double timeScale;
    private final Destinations destinations;
    private final AtomicInteger pending = new AtomicInteger();

    AsyncInvocations(Timeouts timer, double timeScale, Destinations destinations) {
        this.timer = timer;
        this.timeScale = timeScale;
        this.destinations = destinations;
    }

    /** One event on its way: how often it ran, and how often it was refused. */
    @SuppressWarnings("ArrayRecordComponent") // Passed through; nobody compares events.
    record Event(LambdaFunction function, byte[] payload, String requestId, Instant accepted,
            int runs, int refusals) {
        AsyncPolicy policy() {
            return function.resource().async();
        }

        boolean isTooOldAfter(Duration wait) {
            return Instant.now().plus(wait).isAfter(accepted.plus(policy().maximumEventAge()));
        }

        Event ranAgain() {
            return new Event(function, payload, requestId, accepted, runs + 1, refusals);
        }

        Event refusedAgain() {
            return new Event(function, payload, requestId, accepted, runs, refusals + 1);
        }
    }

    /** Events that are neither done nor given up. */
    int pending() {
        return pending.get();
    }

    void accept(LambdaFunction function, byte[] payload) {
        pending.incrementAndGet();
        attempt(new Event(function, payload, UUID.randomUUID().toString(), Instant.now(), 0, 0));
    }

    private void attempt(Event event) {
        var _ = event.function().invoke(event.payload(), event.requestId())
                .whenComplete((result, broken) -> {
                    if (broken == null) {
                        ended(event, result);
                    } else {
                        pending.decrementAndGet();
                    }
                });
    }

    private void ended(Event event, InvocationResult result) {
        if (result.succeeded()) {
            finish(event.ranAgain(), result, "Success");
        } else if (result.statusCode() == 200) {
            failed(event.ranAgain(), result);
        } else {
            refused(event.refusedAgain(), result);
        }
    }

    private void failed(Event event, InvocationResult result) {
        if (event.runs() > event.policy().maximumRetryAttempts()) {
            finish(event, result, "RetriesExhausted");
        } else {
            retry(event, result, Duration.ofMinutes(event.runs()));
        }
    }

    private void refused(Event event, InvocationResult result) {
        Duration wait = FIRST_THROTTLE_WAIT.multipliedBy(1L << Math.min(event.refusals() - 1, 20));
        retry(event, result,
                wait.compareTo(LONGEST_THROTTLE_WAIT) > 0 ? LONGEST_THROTTLE_WAIT : wait);
    }

    private void retry(Event event, InvocationResult result, Duration wait) {
        Duration scaled = Duration.ofNanos((long) (wait.toNanos() * timeScale));
        if (event.isTooOldAfter(scaled)) {
            finish(event, result, "EventAgeExceeded");
        } else {
            var _ = timer.after(scaled, () -> attempt(event));
        }
    }

    private void finish(Event event, InvocationResult result, String condition) {
        var _ = destinations.send(event, result, condition)
                .whenComplete((sent, lost) -> pending.decrementAndGet());
    }
}
