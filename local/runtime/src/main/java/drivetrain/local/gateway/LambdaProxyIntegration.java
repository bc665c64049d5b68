package drivetrain.local.gateway;

import drivetrain.local.lambda.InvocationResult;
import java.time.Duration;

/**
 * {@code aws_proxy} to a function. Refused invocations are 500 (413 for an event that is too large
 * for the function), failed ones and malformed answers 502, late ones 504; see "Handling errors
 * with an API Gateway API" in Lambda's developer guide.
 */
record LambdaProxyIntegration(String function, FunctionCalls functions, MediaTypes mediaTypes,
        Duration timeout) implements Integration {

    private static final int TOO_LARGE = 413;

    @Override
    public HttpReply answer(ApiCall call) {
        byte[] event = new ProxyEvent(call).ofIntegration(mediaTypes);
        InvocationResult result = functions.call(function, event, timeout).orElseThrow(
                () -> GatewayRefusal.of(GatewayResponseType.INTEGRATION_TIMEOUT));
        if (result.statusCode() == TOO_LARGE) {
            throw GatewayRefusal.of(GatewayResponseType.REQUEST_TOO_LARGE);
        }
        if (result.statusCode() >= 300) {
            throw GatewayRefusal.of(GatewayResponseType.DEFAULT_5XX);
        }
        if (!result.succeeded()) {
            throw GatewayRefusal.badGateway();
        }
        return ProxyReply.of(result.payload(), mediaTypes.wantsBinary(call.http()));
    }
}
