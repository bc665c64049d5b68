package drivetrain.orders.events;

import drivetrain.kernel.OrderId;
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

/** What of an event is told: on the bus, and in an order's history. */
public final class PublicEvents {
    private PublicEvents() {}

    /** The event's name. */
    public static String type(OrderEvent event) {
        return event.getClass().getSimpleName();
    }

    /** The event's data, as JSON. */
    public static String data(OrderId orderId, OrderEvent event) {
        var id = orderId.value();
        var customer = event.customerId().value();
        return switch (event) {
            case OrderPlaced it -> json(BusData.Placed.class,
                    new BusData.Placed(id, customer, LineJson.of(it.lines()), it.total()));
            case OrderConfirmed _ ->
                json(BusData.Confirmed.class, new BusData.Confirmed(id, customer));
            case OrderRejected it ->
                json(BusData.Rejected.class, new BusData.Rejected(id, customer, it.reason()));
            case CancellationRequested it -> json(BusData.Requested.class,
                    new BusData.Requested(id, customer, it.afterPivot()));
            case CancellationDeclined it ->
                json(BusData.Declined.class, new BusData.Declined(id, customer, it.reason()));
            case OrderCancelled _ ->
                json(BusData.Cancelled.class, new BusData.Cancelled(id, customer));
            case OrderFulfilled it -> json(BusData.Fulfilled.class,
                    new BusData.Fulfilled(id, customer, it.fulfilment().trackingCode()));
            case OrderDelivered it -> json(BusData.Delivered.class,
                    new BusData.Delivered(id, customer, it.deliveredAt()));
        };
    }

    private static <T> String json(Class<T> type, T data) {
        return JsonTypes.strict(type).toJson(data);
    }
}
