package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Revision;

/**
 * The shipment of one order.
 *
 * <pre>
 * (none) → Booking → Buying → Booked → Dispatched → Delivered
 *    │        │         └────────┴→ Cancelling → Cancelled
 *    │        └──────────────────────────────────────┘
 *    └→ Tombstone
 * </pre>
 *
 * <p>{@link Booking} is stored before the carrier is asked for rates, {@link Buying} before a
 * label is bought, {@link Cancelling} before it is given back: after a crash the next try knows
 * what may have happened, and asks. From Cancelling on, and from a {@link Tombstone}, nothing is
 * booked any more; only a parcel that turns out to be on its way leads from Cancelling to
 * Dispatched.
 */
public sealed interface Shipment permits Requested, Tombstone {
    /** Which change this state is. */
    Revision revision();

    default OrderId orderId() {
        return revision().orderId();
    }

    default long version() {
        return revision().version();
    }

    /** The first state of a shipment that is about to be booked. */
    static Booking begin(OrderId orderId, Parcel parcel, Cause cause) {
        return new Booking(Revision.first(orderId, cause), parcel);
    }

    /** The only state of a shipment that was called off before it was asked for. */
    static Tombstone bar(OrderId orderId, Cause cause) {
        return new Tombstone(Revision.first(orderId, cause));
    }
}
