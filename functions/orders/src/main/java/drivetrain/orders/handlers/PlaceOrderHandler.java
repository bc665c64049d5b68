package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CustomerId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.PlaceOrder;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code POST /orders}: takes an order in, once for each {@code Idempotency-Key}. */
public final class PlaceOrderHandler implements RequestStreamHandler {
    private static final String KEY_HEADER = "Idempotency-Key";

    private final ApiFunction function;

    public PlaceOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PlaceOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private PlaceOrderHandler(OrdersComponent component) {
        this(component.placeOrder());
    }

    PlaceOrderHandler(PlaceOrder placeOrder) {
        this.function = new ApiFunction(request -> {
            var key = key(request, request.requireCaller().customerId());
            var order = request.body(PlaceOrderBody.TYPE).toRequest(key);
            return answer(placeOrder.place(order, request.correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static PlacementKey key(ApiRequest request, CustomerId customerId) {
        var sent = request.header(KEY_HEADER).orElseThrow(() -> new BadRequest(
                Problem.badRequest("The header " + KEY_HEADER + " is needed.")));
        try {
            return new PlacementKey(customerId, sent);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequest(
                    Problem.badRequest(KEY_HEADER + " " + malformed.getMessage() + "."));
        }
    }

    private static ApiResponse answer(PlaceOrder.Outcome outcome) {
        return switch (outcome) {
            case PlaceOrder.Outcome.Accepted accepted -> ApiResponse
                    .json(202, PlacedOrderBody.TYPE, PlacedOrderBody.of(accepted))
                    .with("Location", "/orders/" + accepted.orderId());
            case PlaceOrder.Outcome.KeyReused _ -> ApiResponse.problem(Problem.unprocessable(
                    "This " + KEY_HEADER + " was used for another request.", List.of()));
            case PlaceOrder.Outcome.StillRunning _ -> ApiResponse.problem(Problem
                    .conflict("A request with this " + KEY_HEADER + " is still being worked on."))
                    .with("Retry-After", "1");
            case PlaceOrder.Outcome.Refused refused -> ApiResponse
                    .problem(Refusals.problem(refused.reasons()));
        };
    }
}
