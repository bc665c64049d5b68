package drivetrain.orders.domain;

import java.util.Optional;

/**
 * The state of an order. Each state is a record that says which events may follow.
 *
 * <pre>
 * Placed ─ confirm ─▶ Confirmed ─ fulfil ─▶ Fulfilled ─ deliver ─▶ Delivered
 *   │ │                  │  ▲                 │  ▲
 *   │ └ request          └──┴─ request / decline ─┴┐
 *   │      ▼                      ▼                │
 *   │  Withdrawing             Cancelling ─────────┘
 *   ▼      ▼                      ▼
 * Rejected / Cancelled         Cancelled
 * </pre>
 */
public sealed interface Order
        permits Cancelled, Cancelling, Delivered, Placed, Rejected, Standing, Withdrawing {

    /** What was bought. */
    Purchase purchase();

    /** This state in one word. */
    Status status();

    /** The payment that confirmed the order, once it has been. */
    default Optional<String> payment() {
        return Optional.empty();
    }

    /** How the order is sent, once that is known. */
    default Optional<Fulfilment> shipment() {
        return Optional.empty();
    }

    /** Why the order was rejected, if it was. */
    default Optional<String> rejection() {
        return Optional.empty();
    }

    /**
     * The state that follows from an event.
     *
     * @throws IllegalTransition if the event can't happen in this state
     */
    Order after(OrderEvent event);
}
