package drivetrain.gateway.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.gateway.GatewayComponent;
import drivetrain.gateway.application.GetOrderOverview;
import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Missing;
import drivetrain.gateway.domain.Overview;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Log;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * {@code GET /orders/{id}/overview}: an order with its payment and shipment, or what of them can be
 * had. Without the order itself it is a 503; somebody else's is a 404, as one that isn't there.
 */
public final class GetOrderOverviewHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetOrderOverviewHandler() {
        this(GatewayComponent.deployed().getOrderOverview());
    }

    /** Over environment variables other than the process's. */
    public GetOrderOverviewHandler(Map<String, String> environment) {
        this(GatewayComponent.of(environment).getOrderOverview());
    }

    GetOrderOverviewHandler(GetOrderOverview useCase) {
        this.function = new ApiFunction((request, log) -> answer(request, useCase, log));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, GetOrderOverview useCase, Log log) {
        var caller = request.requireCaller();
        var identity = new Identity(caller.customerId(), caller.scopes());
        return useCase.get(request.path("id", OrderId::new), identity, request.correlationId())
                .map(overview -> shown(overview, log))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }

    private static ApiResponse shown(Overview overview, Log log) {
        overview.missing().stream().filter(Missing::isFault).forEach(part -> tell(part, log));
        return ApiResponse.json(200, OverviewBody.TYPE, OverviewBody.of(overview));
    }

    private static void tell(Missing missing, Log log) {
        var part = missing.part().word();
        log.info("answered without a part", Map.of("part", part, "why", missing.reason().name(),
                "cause", String.valueOf(missing.error())));
        log.metric("OverviewPartMissing", "Count", 1, Map.of("part", part));
    }
}
