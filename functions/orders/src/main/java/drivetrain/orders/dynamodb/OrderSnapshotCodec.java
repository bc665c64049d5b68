package drivetrain.orders.dynamodb;

import drivetrain.eventstore.SnapshotCodec;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.domain.Cancelled;
import drivetrain.orders.domain.Cancelling;
import drivetrain.orders.domain.Confirmed;
import drivetrain.orders.domain.Delivered;
import drivetrain.orders.domain.Fulfilled;
import drivetrain.orders.domain.Fulfilment;
import drivetrain.orders.domain.Order;
import drivetrain.orders.domain.Placed;
import drivetrain.orders.domain.Purchase;
import drivetrain.orders.domain.Rejected;
import drivetrain.orders.domain.Standing;
import drivetrain.orders.domain.Withdrawing;
import drivetrain.orders.events.AddressJson;
import drivetrain.orders.events.LineJson;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state of an order as JSON, for snapshots. A change of shape is a new schema version. */
final class OrderSnapshotCodec implements SnapshotCodec<Order> {
    private static final JsonType<State> STATE = JsonTypes.strict(State.class);

    /** All that any state holds; what a state doesn't hold is absent. */
    @Json
    record State(String state, PurchaseJson purchase, String paymentId, FulfilmentJson fulfilment,
            String reason, Instant deliveredAt) {
        Fulfilment shipment() {
            return new Fulfilment(fulfilment.shipmentId, fulfilment.trackingCode,
                    fulfilment.carrier);
        }
    }

    @Json
    record PurchaseJson(String orderId, String customerId, List<LineJson> lines, Money total,
            AddressJson shipTo, String paymentMethod, Instant placedAt) {
        static PurchaseJson of(Purchase purchase) {
            return new PurchaseJson(purchase.orderId().value(), purchase.customerId().value(),
                    LineJson.of(purchase.lines()), purchase.total(),
                    AddressJson.of(purchase.shipTo()), purchase.paymentMethod(),
                    purchase.placedAt());
        }

        Purchase toPurchase() {
            return new Purchase(new OrderId(orderId), new CustomerId(customerId),
                    lines.stream().map(LineJson::toLine).toList(), total, shipTo.toAddress(),
                    paymentMethod, placedAt);
        }
    }

    @Json
    record FulfilmentJson(String shipmentId, String trackingCode, String carrier) {
        static FulfilmentJson of(Fulfilment fulfilment) {
            return new FulfilmentJson(fulfilment.shipmentId(), fulfilment.trackingCode(),
                    fulfilment.carrier());
        }
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String encode(Order order) {
        return STATE.toJson(new State(name(order), PurchaseJson.of(order.purchase()),
                order.payment().orElse(null),
                order.shipment().map(FulfilmentJson::of).orElse(null),
                order.rejection().orElse(null),
                order instanceof Delivered delivered ? delivered.deliveredAt() : null));
    }

    private static String name(Order order) {
        return switch (order) {
            case Placed _ -> "PLACED";
            case Withdrawing _ -> "WITHDRAWING";
            case Confirmed _ -> "CONFIRMED";
            case Fulfilled _ -> "FULFILLED";
            case Cancelling _ -> "CANCELLING";
            case Delivered _ -> "DELIVERED";
            case Rejected _ -> "REJECTED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    @Override
    public Order decode(String data) {
        var state = STATE.fromJson(data);
        var purchase = state.purchase.toPurchase();
        var shipment = Optional.ofNullable(state.fulfilment).map(_ -> state.shipment());
        return switch (state.state) {
            case "PLACED" -> new Placed(purchase);
            case "WITHDRAWING" -> new Withdrawing(purchase);
            case "CONFIRMED", "FULFILLED" -> standing(purchase, state.paymentId, shipment);
            case "CANCELLING" -> new Cancelling(standing(purchase, state.paymentId, shipment));
            case "DELIVERED" ->
                new Delivered(purchase, state.paymentId, shipment, state.deliveredAt);
            case "REJECTED" -> new Rejected(purchase, state.reason);
            case "CANCELLED" ->
                new Cancelled(purchase, Optional.ofNullable(state.paymentId), shipment);
            default -> throw new IllegalArgumentException("unknown state " + state.state);
        };
    }

    private static Standing standing(Purchase purchase, String paymentId,
            Optional<Fulfilment> shipment) {
        return shipment.isPresent()
                ? new Fulfilled(purchase, paymentId, shipment.get())
                : new Confirmed(purchase, paymentId);
    }
}
