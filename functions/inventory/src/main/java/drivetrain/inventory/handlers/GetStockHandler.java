package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.GetStock;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /stock/{sku}}: the stock of a product. */
public final class GetStockHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetStockHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public GetStockHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private GetStockHandler(InventoryComponent component) {
        this(component.getStock());
    }

    GetStockHandler(GetStock getStock) {
        this.function = new ApiFunction(
                request -> answer(getStock.get(request.path("sku", Sku::new))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(Optional<StockLevel> level) {
        return level.map(found -> ApiResponse.json(200, StockBody.TYPE, StockBody.of(found)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }
}
