package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.RequestCancellation;
import drivetrain.orders.domain.CancellationRequest;
import drivetrain.orders.domain.Status;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code POST /orders/{id}/cancellation}: takes a customer's wish to cancel. */
public final class RequestCancellationHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public RequestCancellationHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RequestCancellationHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private RequestCancellationHandler(OrdersComponent component) {
        this(component.requestCancellation());
    }

    RequestCancellationHandler(RequestCancellation requestCancellation) {
        this.function = new ApiFunction(request -> {
            var caller = request.requireCaller();
            var orderId = request.path("id", OrderId::new);
            return requestCancellation.request(orderId, caller::maySee, request.correlationId())
                    .map(outcome -> answer(orderId, outcome))
                    .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(OrderId orderId, CancellationRequest outcome) {
        return switch (outcome) {
            case ACCEPTED -> accepted(orderId, Status.CANCELLING);
            case ALREADY_CANCELLED -> accepted(orderId, Status.CANCELLED);
            case TOO_LATE -> ApiResponse.problem(Problem.conflict(
                    "The order is delivered, or was rejected: there is nothing to cancel."));
        };
    }

    private static ApiResponse accepted(OrderId orderId, Status status) {
        return ApiResponse.json(202, OrderStatusBody.TYPE,
                new OrderStatusBody(orderId.value(), status.name()));
    }
}
