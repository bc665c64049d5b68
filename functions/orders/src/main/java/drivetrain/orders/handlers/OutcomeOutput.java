package drivetrain.orders.handlers;

import drivetrain.lambda.TaskOutput;
import io.avaje.jsonb.Json;

/** The outcome of a task, by its name. */
@Json
record OutcomeOutput(String outcome) implements TaskOutput {
    static OutcomeOutput of(Enum<?> outcome) {
        return new OutcomeOutput(outcome.name());
    }
}
