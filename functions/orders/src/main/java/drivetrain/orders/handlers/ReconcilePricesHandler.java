package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.CopyRepair;
import drivetrain.lambda.EventFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.ReconcilePrices;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * On {@code ProductRestated}: repairs the copy of the catalog where it differs, and counts each
 * repair as a metric.
 */
public final class ReconcilePricesHandler implements RequestStreamHandler {
    private final EventFunction function;

    public ReconcilePricesHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReconcilePricesHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private ReconcilePricesHandler(OrdersComponent component) {
        this(component.reconcilePrices());
    }

    ReconcilePricesHandler(ReconcilePrices reconcilePrices) {
        this.function = new EventFunction((event, log) -> {
            var detail = event.ours();
            var told = ProductChangedData.TYPE.fromJson(detail.data())
                    .toProduct(detail.metadata().version());
            reconcilePrices.reconcile(told)
                    .ifPresent(drift -> new CopyRepair(told.sku(), told.version(), drift)
                            .report(log));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
