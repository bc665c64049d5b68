package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.shipping.ShippingComponent;
import drivetrain.shipping.application.ReceiveShippingWebhook;
import drivetrain.shipping.application.ReceiveShippingWebhook.Outcome;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code POST /webhooks/shipping}: open to everybody, but only the carrier's messages count. */
public final class ReceiveShippingWebhookHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public ReceiveShippingWebhookHandler() {
        this(ShippingComponent.deployed().receiveShippingWebhook());
    }

    public ReceiveShippingWebhookHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).receiveShippingWebhook());
    }

    ReceiveShippingWebhookHandler(ReceiveShippingWebhook useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, ReceiveShippingWebhook useCase) {
        var signature = request.header("X-Hmac-Signature").orElse("");
        return switch (useCase.receive(signature, request.body())) {
            case Outcome.Heard heard -> heard.flow().map(ApiResponse.empty(204)::following)
                    .orElseGet(() -> ApiResponse.empty(204));
            case Outcome.Forged _ -> ApiResponse.problem(
                    Problem.badRequest("The message isn't signed by the carrier."));
        };
    }
}
