package drivetrain.payments;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.lambda.StreamFunction;
import drivetrain.payments.application.AuthorizePayment;
import drivetrain.payments.application.CapturePayment;
import drivetrain.payments.application.GetPayment;
import drivetrain.payments.application.ReceivePaymentWebhook;
import drivetrain.payments.application.ReversePayment;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the functions of the payments service call. Each part is made when it is asked for. */
@Singleton
@Component(modules = PaymentsModule.class)
public interface PaymentsComponent {
    AuthorizePayment authorizePayment();

    CapturePayment capturePayment();

    ReversePayment reversePayment();

    GetPayment getPayment();

    ReceivePaymentWebhook receivePaymentWebhook();

    /** Publishes what the stream of the Payments table tells. */
    StreamFunction eventPublisher();

    /** Makes components. */
    @Component.Factory
    interface Factory {
        /** For the given environment. */
        PaymentsComponent of(@BindsInstance Map<String, String> environment);
    }

    /** For the environment that this process runs in: the only place that reads it. */
    static PaymentsComponent deployed() {
        return of(System.getenv());
    }

    /** For the given environment variables. */
    static PaymentsComponent of(Map<String, String> environment) {
        return DaggerPaymentsComponent.factory().of(environment);
    }
}
