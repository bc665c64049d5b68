package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Caller;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.GetPayment;
import drivetrain.payments.domain.Attempted;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.PaymentStatus;
import drivetrain.payments.domain.Refunded;
import drivetrain.payments.domain.Tombstone;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** {@code GET /orders/{id}/payment}. Somebody else's is a 404, as one that isn't there. */
public final class GetPaymentHandler implements RequestStreamHandler {
    private static final JsonType<PaymentJson> PAYMENT = JsonTypes.strict(PaymentJson.class);

    private final ApiFunction function;

    @Json
    record PaymentJson(String orderId, String status, Money amount, Money refunded) {
        static PaymentJson of(Attempted payment) {
            var amount = payment.terms().amount();
            return new PaymentJson(payment.orderId().value(), PaymentStatus.of(payment).name(),
                    amount, payment instanceof Refunded ? amount : null);
        }
    }

    public GetPaymentHandler() {
        this(PaymentsComponent.deployed().getPayment());
    }

    public GetPaymentHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).getPayment());
    }

    GetPaymentHandler(GetPayment useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, GetPayment useCase) {
        var caller = request.requireCaller();
        return useCase.of(request.path("id", OrderId::new))
                .flatMap(payment -> visible(caller, payment))
                .map(payment -> ApiResponse.json(200, PAYMENT, PaymentJson.of(payment)))
                .orElseGet(() -> ApiResponse.problem(Problem.notFound(null)));
    }

    private static Optional<Attempted> visible(Caller caller, Payment payment) {
        return switch (payment) {
            case Attempted attempted ->
                Optional.of(attempted).filter(one -> caller.maySee(one.terms().customerId()));
            case Tombstone _ -> Optional.empty();
        };
    }
}
