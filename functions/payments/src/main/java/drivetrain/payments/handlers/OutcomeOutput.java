package drivetrain.payments.handlers;

import drivetrain.lambda.TaskOutput;
import io.avaje.jsonb.Json;

/** What a task answers that has nothing to tell but how it ended. */
@Json
record OutcomeOutput(String outcome) implements TaskOutput {}
