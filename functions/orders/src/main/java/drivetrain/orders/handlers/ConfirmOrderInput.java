package drivetrain.orders.handlers;

import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** Which order to confirm, by which payment. */
@Json
record ConfirmOrderInput(String orderId, String correlationId, String paymentId)
        implements
            TaskInput {}
