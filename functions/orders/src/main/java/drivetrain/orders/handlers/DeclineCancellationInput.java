package drivetrain.orders.handlers;

import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** Which order goes on, and why. */
@Json
record DeclineCancellationInput(String orderId, String correlationId, String reason)
        implements
            TaskInput {}
