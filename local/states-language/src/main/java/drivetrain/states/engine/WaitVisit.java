package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.definition.Results;
import drivetrain.states.definition.State;
import drivetrain.states.definition.Timestamps;
import drivetrain.states.definition.WaitField;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.time.Scheduler;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A visit of a Wait state. */
final class WaitVisit extends Visit {

    private static final long MOST_SECONDS = 99_999_999;

    private final State.Wait wait;
    private Scheduler.Timer timer;

    WaitVisit(Branch branch, State.Wait wait, JsonNode input) {
        super(branch, wait, input);
        this.wait = wait;
    }

    @Override
    Outcome attempt() {
        EvaluationContext raw = context();
        JsonNode input = new DataFlow(wait).input(raw);
        Duration duration = duration(wait, raw.withInput(input), core().scheduler().now());
        if (duration.isNegative() || duration.isZero()) {
            return succeed(input);
        }
        timer = core().scheduler().pause(duration, () -> resume(() -> succeed(input)));
        return null;
    }

    /** How long the state waits; zero or less if not at all. */
    static Duration duration(State.Wait wait, EvaluationContext context, Instant now) {
        if (wait.seconds() != null) {
            return seconds(wait, wait.seconds(), wait.seconds().value().evaluate(context));
        }
        return until(wait, wait.timestamp().value().evaluate(context), now);
    }

    private static Duration seconds(State.Wait wait, WaitField field, JsonNode value) {
        if (!value.isIntegralNumber() && wait.data().isJsonata()) {
            throw Results.unexpected(field.value(), field.name(), "integer", value);
        }
        if (!value.isIntegralNumber() || value.longValue() < 0
                || value.longValue() > MOST_SECONDS) {
            throw EvaluationFailure.runtime("The " + field.name() + " parameter references an "
                    + "invalid value: " + field.source() + " == " + text(value));
        }
        return Duration.ofSeconds(value.longValue());
    }

    private static Duration until(State.Wait wait, JsonNode value, Instant now) {
        WaitField field = wait.timestamp();
        try {
            return Duration.between(now, Timestamps.parse(value.asText()));
        } catch (DateTimeException e) {
            String reason = "The " + field.name() + " parameter does not reference a valid "
                    + "ISO-8601 extended offset date-time format string: " + field.source() + " == "
                    + text(value);
            throw wait.data().isJsonata()
                    ? EvaluationFailure.query(field.name(), reason)
                    : EvaluationFailure.runtime(reason);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    @Override
    void abandon() {
        super.abandon();
        if (timer != null) {
            timer.cancel();
        }
    }
}
