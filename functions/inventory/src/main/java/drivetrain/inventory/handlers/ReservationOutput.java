package drivetrain.inventory.handlers;

import drivetrain.lambda.TaskOutput;
import io.avaje.jsonb.Json;

/** What came of a decision. */
@Json
record ReservationOutput(String outcome) implements TaskOutput {}
