package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.ReceivePaymentWebhook;
import drivetrain.payments.application.ReceivePaymentWebhook.Outcome;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code POST /webhooks/payments}: open to everybody, but only the provider's messages count. */
public final class ReceivePaymentWebhookHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public ReceivePaymentWebhookHandler() {
        this(PaymentsComponent.deployed().receivePaymentWebhook());
    }

    public ReceivePaymentWebhookHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).receivePaymentWebhook());
    }

    ReceivePaymentWebhookHandler(ReceivePaymentWebhook useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, ReceivePaymentWebhook useCase) {
        var signature = request.header("Stripe-Signature").orElse("");
        return switch (useCase.receive(signature, request.body())) {
            case Outcome.Heard heard -> heard.flow().map(ApiResponse.empty(204)::following)
                    .orElseGet(() -> ApiResponse.empty(204));
            case Outcome.Forged _ -> ApiResponse.problem(
                    Problem.badRequest("The message isn't signed by the payment provider."));
        };
    }
}
