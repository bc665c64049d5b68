package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.EventFunction;
import drivetrain.lambda.Log;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.RecordDelivery;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On {@code ShipmentDelivered}: notes a carrier's news. */
public final class RecordDeliveryHandler implements RequestStreamHandler {
    private final EventFunction function;

    public RecordDeliveryHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RecordDeliveryHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private RecordDeliveryHandler(OrdersComponent component) {
        this(component.recordDelivery());
    }

    RecordDeliveryHandler(RecordDelivery recordDelivery) {
        this.function = new EventFunction((event, log) -> record(recordDelivery, event, log));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }

    private static void record(RecordDelivery recordDelivery, BusEvent event, Log log) {
        var detail = event.ours();
        var news = ShipmentDeliveredData.TYPE.fromJson(detail.data());
        var outcome = recordDelivery.record(new OrderId(news.orderId()), news.deliveredAt(),
                new CorrelationId(detail.metadata().correlationId()));
        switch (outcome) {
            case DELIVERED -> log.info("delivered", Map.of("orderId", news.orderId()));
            case UNEXPECTED -> {
                log.warn("delivered, but never sent or cancelled",
                        Map.of("orderId", news.orderId()));
                log.metric("UnexpectedDeliveries", "Count", 1);
            }
        }
    }
}
