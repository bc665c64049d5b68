package drivetrain.orders.events;

import drivetrain.eventstore.EventCodec;
import drivetrain.eventstore.StoredEvent;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.OrderEvent.OrderRejected;

/** Order events as the log holds them: the type is the event's name, the data is JSON. */
public final class OrderEventCodec implements EventCodec<OrderEvent> {
    /** The only one so far; a second needs an upcaster and golden files of its own. */
    static final int SCHEMA_VERSION = 1;

    @Override
    public String type(OrderEvent event) {
        return event.getClass().getSimpleName();
    }

    @Override
    public int schemaVersion(OrderEvent event) {
        return SCHEMA_VERSION;
    }

    @Override
    public String encode(OrderEvent event) {
        return switch (event) {
            case OrderPlaced it -> json(LogData.Placed.class, LogData.Placed.of(it));
            case OrderConfirmed it -> json(LogData.Confirmed.class, LogData.Confirmed.of(it));
            case OrderRejected it -> json(LogData.Rejected.class, LogData.Rejected.of(it));
            case CancellationRequested it ->
                json(LogData.Requested.class, LogData.Requested.of(it));
            case CancellationDeclined it -> json(LogData.Declined.class, LogData.Declined.of(it));
            case OrderCancelled it -> json(LogData.Cancelled.class, LogData.Cancelled.of(it));
            case OrderFulfilled it -> json(LogData.Fulfilled.class, LogData.Fulfilled.of(it));
            case OrderDelivered it -> json(LogData.Delivered.class, LogData.Delivered.of(it));
        };
    }

    @Override
    public OrderEvent decode(StoredEvent event) {
        if (event.schemaVersion() != SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "unknown shape: " + event.type() + " v" + event.schemaVersion());
        }
        return switch (event.type()) {
            case "OrderPlaced" -> read(LogData.Placed.class, event).toEvent(event.streamId());
            case "OrderConfirmed" -> read(LogData.Confirmed.class, event).toEvent();
            case "OrderRejected" -> read(LogData.Rejected.class, event).toEvent();
            case "CancellationRequested" -> read(LogData.Requested.class, event).toEvent();
            case "CancellationDeclined" -> read(LogData.Declined.class, event).toEvent();
            case "OrderCancelled" -> read(LogData.Cancelled.class, event).toEvent();
            case "OrderFulfilled" -> read(LogData.Fulfilled.class, event).toEvent();
            case "OrderDelivered" -> read(LogData.Delivered.class, event).toEvent();
            default -> throw new IllegalArgumentException("unknown event: " + event.type());
        };
    }

    private static <T> String json(Class<T> type, T data) {
        return JsonTypes.strict(type).toJson(data);
    }

    private static <T> T read(Class<T> type, StoredEvent event) {
        return JsonTypes.strict(type).fromJson(event.data());
    }
}
