package drivetrain.catalog.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.catalog.CatalogComponent;
import drivetrain.catalog.application.ReconcileAvailability;
import drivetrain.lambda.CopyRepair;
import drivetrain.lambda.EventFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * On {@code StockRestated}: repairs the copy of what can be ordered where it differs, and counts
 * each repair as a metric.
 */
public final class ReconcileAvailabilityHandler implements RequestStreamHandler {
    private final EventFunction function;

    public ReconcileAvailabilityHandler() {
        this(CatalogComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReconcileAvailabilityHandler(Map<String, String> environment) {
        this(CatalogComponent.of(environment));
    }

    private ReconcileAvailabilityHandler(CatalogComponent component) {
        this(component.reconcileAvailability());
    }

    ReconcileAvailabilityHandler(ReconcileAvailability reconcileAvailability) {
        this.function = new EventFunction((event, log) -> {
            var told = StockChangedData.availability(event, "StockRestated");
            reconcileAvailability.reconcile(told)
                    .ifPresent(drift -> new CopyRepair(told.sku(), told.version(), drift)
                            .report(log));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
