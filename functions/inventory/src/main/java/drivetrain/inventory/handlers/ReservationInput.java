package drivetrain.inventory.handlers;

import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** Which order's reservation to decide on. */
@Json
record ReservationInput(String orderId, String correlationId) implements TaskInput {}
