package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.GetOrderHistory;
import drivetrain.orders.application.HistoryEntry;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code GET /orders/{id}/history}: all that has happened to an order. */
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
            return answer(getOrderHistory.get(request.path("id", OrderId::new), caller::maySee));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(List<HistoryEntry> history) {
        return history.isEmpty()
                ? ApiResponse.problem(Problem.notFound(null))
                : ApiResponse.json(200, HistoryBody.TYPE, HistoryBody.of(history));
    }
}
