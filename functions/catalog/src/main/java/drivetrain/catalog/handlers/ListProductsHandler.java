package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.ListProducts;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code GET /products}: what can be ordered, page by page. */
public final class ListProductsHandler implements RequestStreamHandler {
    private static final int DEFAULT_LIMIT = 20;

    private final ApiFunction function;

    public ListProductsHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ListProductsHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private ListProductsHandler(CatalogComponent component) {
        this(component.listProducts());
    }

    ListProductsHandler(ListProducts listProducts) {
        this.function = new ApiFunction(request -> ApiResponse.json(200, ProductPage.TYPE,
                ProductPage.of(page(listProducts, request))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ListProducts.Page page(ListProducts listProducts, ApiRequest request) {
        var type = request.query("type", Parameters::type);
        var after = request.query("cursor", Cursor::parse);
        if (type.isPresent() && after.isPresent() && type.get() != after.get().type()) {
            throw new BadRequest(
                    Problem.badRequest("The cursor belongs to a list of another type."));
        }
        return listProducts.list(type, after,
                request.query("limit", 1, ListProducts.MAX_LIMIT, DEFAULT_LIMIT));
    }
}
