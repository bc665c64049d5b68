package drivetrain.orders.events;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.orders.domain.Fulfilment;
import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.OrderEvent.OrderRejected;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/** The data of each event in the log, schema version 1. */
final class LogData {
    private LogData() {}

    @Json
    record Placed(String customerId, List<LineJson> lines, Money total, AddressJson shipTo,
            String paymentMethod) {
        static Placed of(OrderPlaced event) {
            return new Placed(event.customerId().value(), LineJson.of(event.lines()),
                    event.total(), AddressJson.of(event.shipTo()), event.paymentMethod());
        }

        OrderPlaced toEvent(String orderId) {
            return new OrderPlaced(new OrderId(orderId), new CustomerId(customerId),
                    lines.stream().map(LineJson::toLine).toList(), total, shipTo.toAddress(),
                    paymentMethod);
        }
    }

    @Json
    record Confirmed(String customerId, String paymentId) {
        static Confirmed of(OrderConfirmed event) {
            return new Confirmed(event.customerId().value(), event.paymentId());
        }

        OrderConfirmed toEvent() {
            return new OrderConfirmed(new CustomerId(customerId), paymentId);
        }
    }

    @Json
    record Rejected(String customerId, String reason) {
        static Rejected of(OrderRejected event) {
            return new Rejected(event.customerId().value(), event.reason());
        }

        OrderRejected toEvent() {
            return new OrderRejected(new CustomerId(customerId), reason);
        }
    }

    @Json
    record Requested(String customerId, boolean afterPivot) {
        static Requested of(CancellationRequested event) {
            return new Requested(event.customerId().value(), event.afterPivot());
        }

        CancellationRequested toEvent() {
            return new CancellationRequested(new CustomerId(customerId), afterPivot);
        }
    }

    @Json
    record Declined(String customerId, String reason) {
        static Declined of(CancellationDeclined event) {
            return new Declined(event.customerId().value(), event.reason());
        }

        CancellationDeclined toEvent() {
            return new CancellationDeclined(new CustomerId(customerId), reason);
        }
    }

    @Json
    record Cancelled(String customerId) {
        static Cancelled of(OrderCancelled event) {
            return new Cancelled(event.customerId().value());
        }

        OrderCancelled toEvent() {
            return new OrderCancelled(new CustomerId(customerId));
        }
    }

    @Json
    record Fulfilled(String customerId, String shipmentId, String trackingCode, String carrier) {
        static Fulfilled of(OrderFulfilled event) {
            var how = event.fulfilment();
            return new Fulfilled(event.customerId().value(), how.shipmentId(), how.trackingCode(),
                    how.carrier());
        }

        OrderFulfilled toEvent() {
            return new OrderFulfilled(new CustomerId(customerId),
                    new Fulfilment(shipmentId, trackingCode, carrier));
        }
    }

    @Json
    record Delivered(String customerId, Instant deliveredAt) {
        static Delivered of(OrderDelivered event) {
            return new Delivered(event.customerId().value(), event.deliveredAt());
        }

        OrderDelivered toEvent() {
            return new OrderDelivered(new CustomerId(customerId), deliveredAt);
        }
    }
}
