package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.PutProduct;
import drivetrain.kernel.Sku;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /products/{sku}}, for staff: adds a product, or changes its data sheet. */
public final class PutProductHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public PutProductHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PutProductHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private PutProductHandler(CatalogComponent component) {
        this(component.putProduct());
    }

    PutProductHandler(PutProduct putProduct) {
        this.function = new ApiFunction(request -> {
            request.requireStaff();
            var sku = request.path("sku", Sku::new);
            var sheet = request.body(ProductBody.TYPE).toSheet();
            return answer(putProduct.put(sku, sheet, request.correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(PutProduct.Outcome outcome) {
        int status = switch (outcome.effect()) {
            case ADDED -> 201;
            case CHANGED, UNCHANGED -> 200;
        };
        return ApiResponse.json(status, ProductView.TYPE,
                ProductView.of(outcome.product(), Optional.empty()));
    }
}
