package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.RecommendProducts;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code GET /products/recommendations}: what carries a load, the best first. */
public final class RecommendProductsHandler implements RequestStreamHandler {
    private static final int DEFAULT_LIMIT = 5;

    private final ApiFunction function;

    public RecommendProductsHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RecommendProductsHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private RecommendProductsHandler(CatalogComponent component) {
        this(component.recommendProducts());
    }

    RecommendProductsHandler(RecommendProducts recommendProducts) {
        this.function = new ApiFunction(request -> ApiResponse.json(200, RecommendationList.TYPE,
                RecommendationList.of(recommendProducts.recommend(Parameters.load(request),
                        request.query("limit", 1, RecommendProducts.MAX_LIMIT, DEFAULT_LIMIT)))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
