package drivetrain.notifications.domain;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to an order that its customer is told of; named as the events are. */
public enum NewsType {
    ORDER_PLACED("OrderPlaced"),
    ORDER_CONFIRMED("OrderConfirmed"),
    ORDER_REJECTED("OrderRejected"),
    CANCELLATION_REQUESTED("CancellationRequested"),
    CANCELLATION_DECLINED("CancellationDeclined"),
    ORDER_CANCELLED("OrderCancelled"),
    ORDER_FULFILLED("OrderFulfilled"),
    ORDER_DELIVERED("OrderDelivered"),
    PAYMENT_AUTHORIZED("PaymentAuthorized"),
    PAYMENT_DECLINED("PaymentDeclined"),
    PAYMENT_CAPTURED("PaymentCaptured"),
    PAYMENT_VOIDED("PaymentVoided"),
    PAYMENT_REFUNDED("PaymentRefunded"),
    SHIPMENT_BOOKED("ShipmentBooked"),
    SHIPMENT_DISPATCHED("ShipmentDispatched"),
    SHIPMENT_DELIVERED("ShipmentDelivered"),
    SHIPMENT_CANCELLED("ShipmentCancelled");

    private final String eventName;

    NewsType(String eventName) {
        this.eventName = eventName;
    }

    /** The name of the event on the bus. */
    public String eventName() {
        return eventName;
    }

    /** Empty for an event that nobody has written a text for. */
    public static Optional<NewsType> of(String eventName) {
        return Arrays.stream(values()).filter(type -> type.eventName.equals(eventName))
                .findFirst();
    }
}
