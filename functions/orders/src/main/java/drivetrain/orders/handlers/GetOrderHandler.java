package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.GetOrder;
import drivetrain.orders.application.OrderView;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /orders/{id}}: an order as it is, or with {@code ?version=n} as it was. */
public final class GetOrderHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetOrderHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public GetOrderHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private GetOrderHandler(OrdersComponent component) {
        this(component.getOrder());
    }

    GetOrderHandler(GetOrder getOrder) {
        this.function = new ApiFunction(request -> {
            var caller = request.requireCaller();
            var orderId = request.path("id", OrderId::new);
            return answer(request.query("version", Versions::parse)
                    .map(version -> getOrder.getAsOf(orderId, version, caller::maySee))
                    .orElseGet(() -> getOrder.get(orderId, caller::maySee)));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(Optional<OrderView> found) {
        return found.map(view -> ApiResponse.json(200, OrderBody.TYPE, OrderBody.of(view)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }
}
