package drivetrain.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.lambda.InvocationRefused;
import drivetrain.local.sqs.MessageDraft;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.RuleTarget;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to targets at least once: retries what may pass, within the target's retry
 * policy, and gives the rest to its dead-letter queue. Source: Amazon EventBridge User Guide, "How
 * EventBridge retries delivering events" and "Using dead-letter queues".
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int THROTTLED = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    private final Targets targets;
    private final Queues queues;
    private final Scheduler scheduler;
    private final double timeScale;
    private final Random random;

    private record Attempt(ObjectNode event, String ruleArn, RuleTarget target, String payload,
            int retries, Instant since) {
        Attempt next() {
            return new Attempt(event, ruleArn, target, payload, retries + 1, since);
        }
    }

    private record Failure(String code, String message, boolean passing) {}

    Delivery(Targets targets, Queues queues, Scheduler scheduler, double timeScale, long seed) {
        this.targets = targets;
        this.queues = queues;
        this.scheduler = scheduler;
        this.timeScale = timeScale;
        random = new Random(seed);
    }

    /** Begins to deliver an event of a rule or schedule. */
    void deliver(ObjectNode event, String ruleArn, RuleTarget target) {
        attempt(new Attempt(event, ruleArn, target,
                TargetPayload.of(event, target.input(), ruleArn), 0, scheduler.now()));
    }

    private void attempt(Attempt attempt) {
        var _ = targets.send(attempt.target(), attempt.payload(), attempt.event())
                .whenComplete((done, cause) -> {
                    if (cause != null) {
                        failed(attempt, failure(cause));
                    }
                });
    }

    private static Failure failure(Throwable thrown) {
        var cause = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        return switch (cause) {
            case AwsFailure refused -> new Failure(refused.code(), refused.getMessage(),
                    passing(refused.statusCode()) || refused.code().contains("Throttl"));
            case InvocationRefused refused -> new Failure(refused.code(), refused.getMessage(),
                    passing(refused.statusCode()));
            case RuntimeException bug -> new Failure("SDK_CLIENT_ERROR", bug.toString(), false);
            case Throwable broken -> new Failure("INTERNAL_ERROR", broken.toString(), false);
        };
    }

    private static boolean passing(int statusCode) {
        return statusCode == THROTTLED || statusCode >= SERVER_ERROR;
    }

    private void failed(Attempt attempt, Failure failure) {
        var target = attempt.target();
        if (!failure.passing()) {
            giveUp(attempt, failure, "");
        } else if (attempt.retries() >= target.maximumRetryAttempts()) {
            giveUp(attempt, failure, "MaximumRetryAttempts");
        } else if (!scheduler.now().isBefore(attempt.since().plus(target.maximumEventAge()))) {
            giveUp(attempt, failure, "MaximumEventAgeInSeconds");
        } else {
            scheduler.schedule(pause(attempt.retries()), () -> attempt(attempt.next()));
        }
    }

    /** Exponential, with full jitter. */
    private Duration pause(int retries) {
        var longest = FIRST_WAIT.multipliedBy(1L << Math.min(retries, MOST_DOUBLINGS));
        var capped = longest.compareTo(LONGEST_WAIT) < 0 ? longest : LONGEST_WAIT;
        return Duration.ofNanos((long) (capped.toNanos() * random.nextDouble() * timeScale));
    }

    private void giveUp(Attempt attempt, Failure failure, String condition) {
        LOG.warn("{} couldn't be sent to {}: {} {}", attempt.event().path("id").asText(),
                attempt.target().arn(), failure.code(), failure.message());
        attempt.target().deadLetterArn().ifPresent(arn -> {
            try {
                queues.ofArn(arn).send(MessageDraft.of(attempt.event().toString())
                        .withAttributes(attributes(attempt, failure, condition)));
            } catch (AwsFailure missing) {
                LOG.error("the dead-letter queue {} doesn't exist", arn, missing);
            }
        });
    }

    private static ObjectNode attributes(Attempt attempt, Failure failure, String condition) {
        var attributes = JsonNodeFactory.instance.objectNode();
        put(attributes, "RULE_ARN", "String", attempt.ruleArn());
        put(attributes, "TARGET_ARN", "String", attempt.target().arn());
        put(attributes, "ERROR_CODE", "String", failure.code());
        put(attributes, "ERROR_MESSAGE", "String", failure.message());
        put(attributes, "RETRY_ATTEMPTS", "Number", Integer.toString(attempt.retries()));
        if (!condition.isEmpty()) {
            put(attributes, "EXHAUSTED_RETRY_CONDITION", "String", condition);
        }
        return attributes;
    }

    private static void put(ObjectNode attributes, String name, String type, String value) {
        attributes.putObject(name).put("DataType", type).put("StringValue", value);
    }
}
