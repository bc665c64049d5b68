package drivetrain.orders.handlers;

import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** Which order to end, and why. */
@Json
record RejectOrderInput(String orderId, String correlationId, String reason)
        implements
            TaskInput {}
