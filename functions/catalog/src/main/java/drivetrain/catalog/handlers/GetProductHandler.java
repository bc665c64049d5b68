package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.GetProduct;
import drivetrain.catalog.application.Offer;
import drivetrain.kernel.Sku;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /products/{sku}}: a product, also one that is not sold any more. */
public final class GetProductHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetProductHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public GetProductHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private GetProductHandler(CatalogComponent component) {
        this(component.getProduct());
    }

    GetProductHandler(GetProduct getProduct) {
        this.function = new ApiFunction(
                request -> answer(getProduct.get(request.path("sku", Sku::new))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(Optional<Offer> offer) {
        return offer.map(
                found -> ApiResponse.json(200, ProductView.TYPE, ProductView.of(found)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }
}
