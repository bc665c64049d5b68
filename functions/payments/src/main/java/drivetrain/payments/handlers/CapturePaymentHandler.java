package drivetrain.payments.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.payments.PaymentsComponent;
import drivetrain.payments.application.CapturePayment;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A step of the checkout, after the pivot: {@link CapturePayment}. */
public final class CapturePaymentHandler implements RequestStreamHandler {
    private final TaskFunction<OrderInput, OutcomeOutput> function;

    public CapturePaymentHandler() {
        this(PaymentsComponent.deployed().capturePayment());
    }

    public CapturePaymentHandler(Map<String, String> environment) {
        this(PaymentsComponent.of(environment).capturePayment());
    }

    CapturePaymentHandler(CapturePayment useCase) {
        this.function = new TaskFunction<>(OrderInput.class, OutcomeOutput.class,
                input -> output(useCase.capture(input.order(), input.flow())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static OutcomeOutput output(CapturePayment.Outcome outcome) {
        return new OutcomeOutput(switch (outcome) {
            case CAPTURED -> "CAPTURED";
            case VOIDED -> "VOIDED";
            case REFUNDED -> "REFUNDED";
        });
    }
}
