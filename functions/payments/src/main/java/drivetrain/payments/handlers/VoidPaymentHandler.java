package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.ReversePayment;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Undoes AuthorizePayment: {@link ReversePayment}. */
public final class VoidPaymentHandler implements RequestStreamHandler {
    private final TaskFunction<OrderInput, OutcomeOutput> function;

    public VoidPaymentHandler() {
        this(PaymentsComponent.deployed().reversePayment());
    }

    public VoidPaymentHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).reversePayment());
    }

    VoidPaymentHandler(ReversePayment useCase) {
        this.function = new TaskFunction<>(OrderInput.class, OutcomeOutput.class,
                input -> output(useCase.reverse(input.order(), input.flow())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static OutcomeOutput output(ReversePayment.Outcome outcome) {
        return new OutcomeOutput(switch (outcome) {
            case VOIDED -> "VOIDED";
            case REFUNDED -> "REFUNDED";
            case NOTHING -> "NOTHING_AUTHORIZED";
        });
    }
}
