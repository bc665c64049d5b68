package drivetrain.payments.handlers;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskInput;
import io.avaje.jsonb.Json;

/** What a task is told that needs nothing but the order. */
@Json
record OrderInput(String orderId, String correlationId) implements TaskInput {
    OrderId order() {
        return new OrderId(orderId);
    }

    CorrelationId flow() {
        return new CorrelationId(correlationId);
    }
}
