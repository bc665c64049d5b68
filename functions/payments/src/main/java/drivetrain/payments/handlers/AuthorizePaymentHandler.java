package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.TaskFunction;
import drivetrain.lambda.TaskInput;
import drivetrain.lambda.TaskOutput;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.AuthorizePayment;
import drivetrain.payments.domain.Terms;
import io.avaje.jsonb.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A step of the checkout: {@link AuthorizePayment}. */
public final class AuthorizePaymentHandler implements RequestStreamHandler {
    private final TaskFunction<Input, Output> function;

    @Json
    record Input(String orderId, String customerId, Money amount, String paymentMethod,
            String correlationId) implements TaskInput {
        Terms terms() {
            return new Terms(new CustomerId(customerId), amount, paymentMethod);
        }
    }

    @Json
    record Output(String outcome, String paymentId, String reason) implements TaskOutput {
        static Output of(AuthorizePayment.Outcome outcome) {
            return switch (outcome) {
                case AuthorizePayment.Outcome.Granted granted ->
                    new Output("AUTHORIZED", granted.paymentId().value(), null);
                case AuthorizePayment.Outcome.Refused refused ->
                    new Output("DECLINED", null, refused.reason());
                case AuthorizePayment.Outcome.Reversed _ -> new Output("VOIDED", null, null);
            };
        }
    }

    public AuthorizePaymentHandler() {
        this(PaymentsComponent.deployed().authorizePayment());
    }

    public AuthorizePaymentHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).authorizePayment());
    }

    AuthorizePaymentHandler(AuthorizePayment useCase) {
        this.function = new TaskFunction<>(Input.class, Output.class,
                input -> Output.of(useCase.authorize(new OrderId(input.orderId()), input.terms(),
                        new CorrelationId(input.correlationId()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
