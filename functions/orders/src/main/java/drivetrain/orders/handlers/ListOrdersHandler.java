package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.ListOrders;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code GET /orders}: the caller's own orders, newest first, page by page. */
public final class ListOrdersHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public ListOrdersHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ListOrdersHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private ListOrdersHandler(OrdersComponent component) {
        this(component.listOrders());
    }

    ListOrdersHandler(ListOrders listOrders) {
        this.function = new ApiFunction(request -> {
            var customerId = request.requireCaller().customerId();
            int limit = request.query("limit", 1, 100, 20);
            var after = request.query("cursor", Cursor::decode);
            return ApiResponse.json(200, OrderPageBody.TYPE,
                    OrderPageBody.of(listOrders.list(customerId, limit, after)));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
