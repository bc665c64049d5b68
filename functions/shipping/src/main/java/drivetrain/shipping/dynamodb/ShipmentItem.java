package drivetrain.shipping.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Revision;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Cancelled;
import drivetrain.shipping.domain.Cancelling;
import drivetrain.shipping.domain.Delivered;
import drivetrain.shipping.domain.Dispatched;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Purchase;
import drivetrain.shipping.domain.Requested;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.ShipmentId;
import drivetrain.shipping.domain.ShipmentStatus;
import drivetrain.shipping.domain.Tombstone;

/** A shipment as an item of the Shipments table, and as an image in its stream. */
public final class ShipmentItem {
    private ShipmentItem() {}

    /** The item of a shipment. */
    static Item write(Shipment shipment) {
        var cause = shipment.revision().cause();
        var item = Item.empty().text("orderId", shipment.orderId().value())
                .number("version", shipment.version())
                .text("correlationId", cause.correlationId().value())
                .instant("updatedAt", cause.at())
                .text("status", ShipmentStatus.of(shipment).name());
        return switch (shipment) {
            case Tombstone _ -> item;
            case Requested requested ->
                writeState(requested, ParcelItem.write(item, requested.parcel()));
        };
    }

    private static Item writeState(Requested shipment, Item item) {
        return switch (shipment) {
            case Booking _ -> item;
            case Buying buying -> id(item, buying.shipmentId()).text("rateId", buying.rateId());
            case Booked booked -> label(item, booked.label());
            case Dispatched dispatched -> label(item, dispatched.label());
            case Delivered delivered -> label(item, delivered.label()).instant("deliveredAt",
                    delivered.deliveredAt());
            case Cancelling cancelling -> switch (cancelling.purchase()) {
                case Purchase.Unsure unsure -> id(item, unsure.shipmentId())
                        .instant("purchaseSince", unsure.since());
                case Purchase.Made made -> label(item, made.label());
            };
            case Cancelled cancelled ->
                cancelled.unsure().map(id -> id(item, id)).orElse(item);
        };
    }

    private static Item id(Item item, ShipmentId shipmentId) {
        return item.text("shipmentId", shipmentId.value());
    }

    private static Item label(Item item, Label label) {
        return id(item, label.shipmentId()).text("carrier", label.carrier()).text("trackingCode",
                label.trackingCode());
    }

    /**
     * The shipment of an item.
     *
     * @throws RuntimeException when this code can't have written the item
     */
    public static Shipment read(Item item) {
        var cause = new Cause(new CorrelationId(item.text("correlationId")),
                item.instant("updatedAt"));
        var revision = new Revision(new OrderId(item.text("orderId")), item.number("version"),
                cause);
        return switch (ShipmentStatus.valueOf(item.text("status"))) {
            case TOMBSTONE -> new Tombstone(revision);
            case BOOKING -> new Booking(revision, ParcelItem.read(item));
            case BUYING ->
                new Buying(revision, ParcelItem.read(item), id(item), item.text("rateId"));
            case BOOKED -> new Booked(revision, ParcelItem.read(item), label(item));
            case DISPATCHED -> new Dispatched(revision, ParcelItem.read(item), label(item));
            case DELIVERED -> new Delivered(revision, ParcelItem.read(item), label(item),
                    item.instant("deliveredAt"));
            case CANCELLING -> new Cancelling(revision, ParcelItem.read(item), purchase(item));
            case CANCELLED -> new Cancelled(revision, ParcelItem.read(item),
                    item.optionalText("shipmentId").map(ShipmentId::new));
        };
    }

    private static Purchase purchase(Item item) {
        return item.has("purchaseSince")
                ? new Purchase.Unsure(id(item), item.instant("purchaseSince"))
                : new Purchase.Made(label(item));
    }

    private static ShipmentId id(Item item) {
        return new ShipmentId(item.text("shipmentId"));
    }

    private static Label label(Item item) {
        return new Label(id(item), item.text("carrier"), item.text("trackingCode"));
    }
}
