package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.GetOrderHistory;
import drivetrain.orders.application.GetOrderHistory.Page;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /orders/{id}/history}: all that has happened to an order, page by page. */
public final class GetOrderHistoryHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetOrderHistoryHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public GetOrderHistoryHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private GetOrderHistoryHandler(OrdersComponent component) {
        this(component.getOrderHistory());
    }

    GetOrderHistoryHandler(GetOrderHistory getOrderHistory) {
        this.function = new ApiFunction(request -> {
            var caller = request.requireCaller();
            int limit = request.query("limit", 1, 100, 100);
            long after = request.query("cursor", Versions::parse).orElse(0L);
            return answer(getOrderHistory.get(request.path("id", OrderId::new), after, limit,
                    caller::maySee));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(Optional<Page> found) {
        return found.map(page -> ApiResponse.json(200, HistoryBody.TYPE, HistoryBody.of(page)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }
}
