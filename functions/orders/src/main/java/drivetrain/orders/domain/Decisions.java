package drivetrain.orders.domain;

import static drivetrain.orders.domain.Decision.happens;
import static drivetrain.orders.domain.Decision.nothing;

import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import java.time.Instant;

/**
 * What each command comes to, in each state. Every command may come twice: the second time,
 * nothing happens, and the outcome is the same unless something else has happened in between.
 */
public final class Decisions {
    private Decisions() {}

    /** The pivot. Whichever of confirmation and cancellation is appended first, wins. */
    public static Decision<Confirmation> confirm(Order order, String paymentId) {
        return switch (order) {
            case Placed placed -> happens(Confirmation.CONFIRMED, placed.confirm(paymentId));
            case Withdrawing _ -> nothing(Confirmation.CANCELLATION_REQUESTED);
            case Standing _,Cancelling _,Delivered _ -> nothing(Confirmation.CONFIRMED);
            case Cancelled cancelled -> nothing(cancelled.payment().isPresent()
                    ? Confirmation.CONFIRMED
                    : Confirmation.CANCELLATION_REQUESTED);
            case Rejected _ -> nothing(Confirmation.REJECTED);
        };
    }

    /** Ends the order, unless it is past the pivot. */
    public static Decision<Rejection> reject(Order order, String reason) {
        return switch (order) {
            case Placed placed -> happens(Rejection.REJECTED, placed.reject(reason));
            case Withdrawing withdrawing ->
                happens(Rejection.REJECTED, withdrawing.reject(reason));
            case Standing _,Cancelling _,Delivered _ -> nothing(Rejection.CONFIRMED);
            case Cancelled cancelled -> nothing(
                    cancelled.payment().isPresent() ? Rejection.CONFIRMED : Rejection.REJECTED);
            case Rejected _ -> nothing(Rejection.REJECTED);
        };
    }

    /**
     * Notes that the order is paid and its shipment booked. While a cancellation is under way it
     * must be asked again: it is fulfilled if the cancellation is declined.
     *
     * @throws IllegalTransition before the pivot
     */
    public static Decision<Completion> fulfil(Order order, Fulfilment fulfilment) {
        var event = new OrderFulfilled(order.purchase().customerId(), fulfilment);
        return switch (order) {
            case Confirmed _ -> happens(Completion.FULFILLED, event);
            case Delivered delivered when delivered.shipment().isEmpty() ->
                happens(Completion.FULFILLED, event);
            case Fulfilled _,Delivered _ -> nothing(Completion.FULFILLED);
            case Cancelling _ -> nothing(Completion.CANCELLATION_REQUESTED);
            case Cancelled _ -> nothing(Completion.CANCELLED);
            case Placed _,Withdrawing _,Rejected _ ->
                throw new IllegalTransition(order, "fulfilment");
        };
    }

    /** The customer's wish. */
    public static Decision<CancellationRequest> requestCancellation(Order order) {
        return switch (order) {
            case Placed placed ->
                happens(CancellationRequest.ACCEPTED, placed.requestCancellation());
            case Standing standing ->
                happens(CancellationRequest.ACCEPTED, standing.requestCancellation());
            case Withdrawing _,Cancelling _ -> nothing(CancellationRequest.ACCEPTED);
            case Cancelled _ -> nothing(CancellationRequest.ALREADY_CANCELLED);
            case Delivered _,Rejected _ -> nothing(CancellationRequest.TOO_LATE);
        };
    }

    /**
     * Ends an order that was to be cancelled, once all is undone.
     *
     * @throws IllegalTransition if nobody asked for it, or the cancellation was declined
     */
    public static Decision<Cancellation> cancel(Order order) {
        return switch (order) {
            case Withdrawing withdrawing -> happens(Cancellation.CANCELLED, withdrawing.cancel());
            case Cancelling cancelling -> happens(Cancellation.CANCELLED, cancelling.cancel());
            case Cancelled _ -> nothing(Cancellation.CANCELLED);
            case Placed _,Standing _,Delivered _,Rejected _ ->
                throw new IllegalTransition(order, "cancellation");
        };
    }

    /**
     * Gives up on a cancellation that comes too late.
     *
     * @throws IllegalTransition before the pivot, or if the order has been cancelled
     */
    public static Decision<Declination> decline(Order order, String reason) {
        return switch (order) {
            case Cancelling cancelling ->
                happens(Declination.DECLINED, cancelling.decline(reason));
            case Standing _,Delivered _ -> nothing(Declination.DECLINED);
            case Placed _,Withdrawing _,Rejected _,Cancelled _ ->
                throw new IllegalTransition(order, "cancellation to decline");
        };
    }

    /** Notes a carrier's news. */
    public static Decision<Delivery> deliver(Order order, Instant deliveredAt) {
        return switch (order) {
            case Standing _,Cancelling _ -> happens(Delivery.DELIVERED,
                    new OrderDelivered(order.purchase().customerId(), deliveredAt));
            case Delivered _ -> nothing(Delivery.DELIVERED);
            case Placed _,Withdrawing _,Rejected _,Cancelled _ -> nothing(Delivery.UNEXPECTED);
        };
    }
}
