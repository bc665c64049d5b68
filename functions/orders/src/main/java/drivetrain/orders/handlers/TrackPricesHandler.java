package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.EventFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.TrackPrices;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On {@code ProductChanged}: keeps the copy of the catalog up to date. */
public final class TrackPricesHandler implements RequestStreamHandler {
    private final EventFunction function;

    public TrackPricesHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public TrackPricesHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private TrackPricesHandler(OrdersComponent component) {
        this(component.trackPrices());
    }

    TrackPricesHandler(TrackPrices trackPrices) {
        this.function = new EventFunction(event -> {
            var detail = event.ours();
            var product = ProductChangedData.TYPE.fromJson(detail.data());
            trackPrices.track(product.toProduct(detail.metadata().version()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
