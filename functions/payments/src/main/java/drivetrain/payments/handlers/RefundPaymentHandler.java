package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.ReversePayment;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A step of the cancellation of a confirmed order: {@link ReversePayment}. */
public final class RefundPaymentHandler implements RequestStreamHandler {
    private final TaskFunction<OrderInput, OutcomeOutput> function;

    public RefundPaymentHandler() {
        this(PaymentsComponent.deployed().reversePayment());
    }

    public RefundPaymentHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).reversePayment());
    }

    RefundPaymentHandler(ReversePayment useCase) {
        this.function = new TaskFunction<>(OrderInput.class, OutcomeOutput.class,
                input -> output(useCase.reverse(input.order(), input.flow())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static OutcomeOutput output(ReversePayment.Outcome outcome) {
        return new OutcomeOutput(switch (outcome) {
            case REFUNDED -> "REFUNDED";
            case VOIDED -> "VOIDED";
            case NOTHING -> "NOTHING_CHARGED";
        });
    }
}
