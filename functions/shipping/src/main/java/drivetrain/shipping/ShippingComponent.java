package drivetrain.shipping;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.lambda.StreamFunction;
import drivetrain.shipping.application.BookShipment;
import drivetrain.shipping.application.CancelShipment;
import drivetrain.shipping.application.GetShipment;
import drivetrain.shipping.application.QuoteShipping;
import drivetrain.shipping.application.ReceiveShippingWebhook;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the functions of the shipping service call. Each part is made when it is asked for. */
@Singleton
@Component(modules = ShippingModule.class)
public interface ShippingComponent {
    BookShipment bookShipment();

    CancelShipment cancelShipment();

    GetShipment getShipment();

    QuoteShipping quoteShipping();

    ReceiveShippingWebhook receiveShippingWebhook();

    /** Publishes what the stream of the Shipments table tells. */
    StreamFunction eventPublisher();

    /** Makes components. */
    @Component.Factory
    interface Factory {
        /** For the given environment. */
        ShippingComponent of(@BindsInstance Map<String, String> environment);
    }

    /** For the environment that this process runs in: the only place that reads it. */
    static ShippingComponent deployed() {
        return of(System.getenv());
    }

    /** For the given environment variables. */
    static ShippingComponent of(Map<String, String> environment) {
        return DaggerShippingComponent.factory().of(environment);
    }
}
