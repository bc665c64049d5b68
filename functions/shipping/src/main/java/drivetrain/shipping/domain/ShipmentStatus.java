package drivetrain.shipping.domain;

/** The name of a shipment's state. */
public enum ShipmentStatus {
    BOOKING, BUYING, BOOKED, DISPATCHED, DELIVERED, CANCELLING, CANCELLED,
    /** Called off before it was asked for. */
    TOMBSTONE;

    /** The name of the state that a shipment is in. */
    public static ShipmentStatus of(Shipment shipment) {
        return switch (shipment) {
            case Booking _ -> BOOKING;
            case Buying _ -> BUYING;
            case Booked _ -> BOOKED;
            case Dispatched _ -> DISPATCHED;
            case Delivered _ -> DELIVERED;
            case Cancelling _ -> CANCELLING;
            case Cancelled _ -> CANCELLED;
            case Tombstone _ -> TOMBSTONE;
        };
    }
}
