package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.TrackAvailability;
import drivetrain.lambda.EventFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On {@code StockChanged}: keeps a copy of what can be ordered. */
public final class TrackAvailabilityHandler implements RequestStreamHandler {
    private final EventFunction function;

    public TrackAvailabilityHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public TrackAvailabilityHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private TrackAvailabilityHandler(CatalogComponent component) {
        this(component.trackAvailability());
    }

    TrackAvailabilityHandler(TrackAvailability trackAvailability) {
        this.function = new EventFunction(
                event -> trackAvailability
                        .track(StockChangedData.availability(event, "StockChanged")));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
