package drivetrain.gateway.stepfunctions;

import drivetrain.gateway.domain.Identity;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import io.avaje.jsonb.Json;

/**
 * What the workflow {@code order-overview} works on.
 *
 * @param scopes in one text, as the authorizer passes them to functions
 */
@Json
record OverviewInput(String orderId, String customerId, String scopes, String correlationId) {
    static OverviewInput of(OrderId orderId, Identity caller, CorrelationId correlationId) {
        return new OverviewInput(orderId.value(), caller.customerId().value(), caller.scopeText(),
                correlationId.value());
    }
}
