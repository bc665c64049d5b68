package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.ReceiveStock;
import drivetrain.inventory.domain.Receipt;
import drivetrain.kernel.Sku;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code POST /stock/{sku}/receipts}, for staff: books goods that arrived. */
public final class ReceiveStockHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public ReceiveStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReceiveStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private ReceiveStockHandler(InventoryComponent component) {
        this(component.receiveStock());
    }

    ReceiveStockHandler(ReceiveStock receiveStock) {
        this.function = new ApiFunction(request -> {
            request.requireStaff();
            Receipt receipt = request.body(ReceiptBody.TYPE).of(request.path("sku", Sku::new));
            return answer(receiveStock.receive(receipt, request.correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ReceiveStock.Outcome outcome) {
        return switch (outcome) {
            case ReceiveStock.Outcome.Received received ->
                ApiResponse.json(200, StockBody.TYPE, StockBody.of(received.level()));
            case ReceiveStock.Outcome.OtherQuantity other ->
                ApiResponse.problem(Problem.unprocessable(
                        "A receipt of this id is booked with quantity " + other.booked() + ".",
                        List.of()));
        };
    }
}
