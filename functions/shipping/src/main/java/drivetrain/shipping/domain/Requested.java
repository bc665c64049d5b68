package drivetrain.shipping.domain;

/** A shipment that was asked for. */
public sealed interface Requested extends Shipment
        permits Booking, Buying, Booked, Dispatched, Delivered, Cancelling, Cancelled {
    /** What was asked for; the same in every state. */
    Parcel parcel();
}
