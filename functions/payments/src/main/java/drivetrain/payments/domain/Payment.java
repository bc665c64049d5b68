package drivetrain.payments.domain;

import drivetrain.kernel.Cause;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Revision;

/**
 * The payment of one order.
 *
 * <pre>
 * (none) → Authorizing → Authorized → Captured ─┐
 *    │         │   │         │ └→ Lapsed ─┐     ├→ Reversing → Voided | Refunded
 *    │         │   └─────────┴────────────┼─────┘
 *    │         └→ Declined                └→ Voided
 *    └→ Tombstone
 * </pre>
 *
 * <p>{@link Authorizing} and {@link Reversing} are stored before the provider is asked, so that
 * after a crash the next try knows what may have happened. From {@link Reversing} on, and from a
 * {@link Tombstone}, no step forward is possible any more: a step forward that comes late
 * completes the reversal instead.
 *
 * <p>Every state leads to later ones only; the longest way has six states.
 */
public sealed interface Payment permits Attempted, Tombstone {
    /** Which change this state is. */
    Revision revision();

    default OrderId orderId() {
        return revision().orderId();
    }

    default long version() {
        return revision().version();
    }

    /** The first state of a payment that is about to be asked for. */
    static Authorizing begin(OrderId orderId, Terms terms, Cause cause) {
        return new Authorizing(Revision.first(orderId, cause), terms);
    }

    /** The only state of a payment that was called off before it was asked for. */
    static Tombstone bar(OrderId orderId, Cause cause) {
        return new Tombstone(Revision.first(orderId, cause));
    }
}
