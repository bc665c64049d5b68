package drivetrain.orders.handlers;

import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** Which order to end. */
@Json
record CancelOrderInput(String orderId, String correlationId) implements TaskInput {}
