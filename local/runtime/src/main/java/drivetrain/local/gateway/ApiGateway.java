package drivetrain.local.gateway;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.template.ApiResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One deployed API, without HTTP: the way of a request through the gateway. */
final class ApiGateway {
    private static final Logger LOG = LoggerFactory.getLogger(ApiGateway.class);

    private final ApiStage stage;
    private final DefinitionReader.Definition definition;
    private final Throttles throttles;
    private final ApiKeys apiKeys;
    private final Meter meter;

    /**
     * Reads the definition.
     *
     * @throws ApiDefinitionException if it can't be served
     */
    ApiGateway(ApiResource api, ApiStage stage, FunctionInvoker functions, Meter meter) {
        this.stage = stage;
        this.meter = meter;
        this.definition = new DefinitionReader(api, new FunctionCalls(functions), stage.clock())
                .read();
        this.throttles = new Throttles(api.throttling(), api.methodThrottling(), System::nanoTime);
        this.apiKeys = new ApiKeys(api.usagePlans(), stage.clock(), System::nanoTime);
    }

    /** Answers a request; whatever goes wrong, the client gets a response without its innards. */
    HttpReply handle(HttpCall http) {
        var call = new ApiCall(stage, http);
        HttpReply reply;
        try {
            reply = answer(call);
        } catch (GatewayRefusal refusal) {
            reply = definition.responses().reply(refusal, call);
        } catch (RuntimeException e) {
            LOG.error("Request {} {} failed in the gateway", http.method(), http.path(), e);
            reply = definition.responses().reply(
                    GatewayRefusal.of(GatewayResponseType.DEFAULT_5XX), call);
        }
        meter.count(new Use("apigateway", "execute-api", http.method(),
                call.route().map(Route::resource).orElse("")), 0);
        return withIds(reply, call);
    }

    private HttpReply answer(ApiCall call) {
        if (call.http().tooLarge()) {
            throw GatewayRefusal.of(GatewayResponseType.REQUEST_TOO_LARGE);
        }
        RouteTable.Match match = definition.routes()
                .match(call.http().method(), call.http().path())
                .orElseThrow(() -> GatewayRefusal
                        .of(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN));
        call.matched(match);
        Route route = match.route();
        throttles.pass(route);
        if (route.keyRequired()) {
            apiKeys.pass(call);
        }
        route.authorizer().ifPresent(authorizer -> authorizer.authorize(call));
        route.validator().check(call);
        return route.integration().answer(call);
    }

    /** The answer to a request that wasn't even HTTP, such as one with too large headers. */
    HttpReply unreadable(int status, String message, HttpCall http) {
        var call = new ApiCall(stage, http);
        return withIds(definition.responses().reply(GatewayRefusal.withStatus(status, message),
                call), call);
    }

    private static HttpReply withIds(HttpReply reply, ApiCall call) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers());
        headers.put("x-amzn-RequestId", List.of(call.requestId()));
        headers.put("x-amz-apigw-id", List.of(call.extendedRequestId()));
        return new HttpReply(reply.status(), headers, reply.body());
    }
}
