package drivetrain.orders.domain;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.orders.Samples;
import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import drivetrain.orders.domain.OrderEvent.OrderRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every command in every state. */
class OrderLifecycleTest {
    private static final Placed PLACED = new Placed(Samples.purchase());
    private static final Withdrawing WITHDRAWING = new Withdrawing(Samples.purchase());
    private static final Confirmed CONFIRMED = new Confirmed(Samples.purchase(), "pi_1");
    private static final Fulfilled FULFILLED = new Fulfilled(Samples.purchase(), "pi_1", SHIPMENT);
    private static final Cancelling CANCELLING = new Cancelling(CONFIRMED);
    private static final Delivered DELIVERED = new Delivered(Samples.purchase(), "pi_1",
            Optional.of(SHIPMENT), NOW);
    private static final Delivered DELIVERED_EARLY = new Delivered(Samples.purchase(), "pi_1",
            Optional.empty(), NOW);
    private static final Rejected REJECTED = new Rejected(Samples.purchase(), "OUT_OF_STOCK");
    private static final Cancelled WITHDRAWN = Cancelled.withdrawn(Samples.purchase());
    private static final Cancelled UNDONE = Cancelled.undone(CONFIRMED);

    @Test
    void confirmsOnlyAPlacedOrder() {
        assertThat(Decisions.confirm(PLACED, "pi_1")).isEqualTo(
                Decision.happens(Confirmation.CONFIRMED, new OrderConfirmed(ADA, "pi_1")));
        for (var order : List.of(CONFIRMED, FULFILLED, CANCELLING, DELIVERED, UNDONE)) {
            assertThat(Decisions.confirm(order, "pi_1"))
                    .isEqualTo(Decision.nothing(Confirmation.CONFIRMED));
        }
        for (var order : List.of(WITHDRAWING, WITHDRAWN)) {
            assertThat(Decisions.confirm(order, "pi_1"))
                    .isEqualTo(Decision.nothing(Confirmation.CANCELLATION_REQUESTED));
        }
        assertThat(Decisions.confirm(REJECTED, "pi_1"))
                .isEqualTo(Decision.nothing(Confirmation.REJECTED));
    }

    @Test
    void rejectsOnlyBeforeThePivot() {
        var event = new OrderRejected(ADA, "OUT_OF_STOCK");
        for (var order : List.of(PLACED, WITHDRAWING)) {
            assertThat(Decisions.reject(order, "OUT_OF_STOCK"))
                    .isEqualTo(Decision.happens(Rejection.REJECTED, event));
        }
        for (var order : List.of(REJECTED, WITHDRAWN)) {
            assertThat(Decisions.reject(order, "OUT_OF_STOCK"))
                    .isEqualTo(Decision.nothing(Rejection.REJECTED));
        }
        for (var order : List.of(CONFIRMED, FULFILLED, CANCELLING, DELIVERED, UNDONE)) {
            assertThat(Decisions.reject(order, "OUT_OF_STOCK"))
                    .isEqualTo(Decision.nothing(Rejection.CONFIRMED));
        }
    }

    @Test
    void fulfilsOnlyAConfirmedOrder() {
        var event = new OrderFulfilled(ADA, SHIPMENT);
        for (var order : List.of(CONFIRMED, DELIVERED_EARLY)) {
            assertThat(Decisions.fulfil(order, SHIPMENT))
                    .isEqualTo(Decision.happens(Completion.FULFILLED, event));
        }
        for (var order : List.of(FULFILLED, DELIVERED)) {
            assertThat(Decisions.fulfil(order, SHIPMENT))
                    .isEqualTo(Decision.nothing(Completion.FULFILLED));
        }
        for (var order : List.of(CANCELLING, new Cancelling(FULFILLED))) {
            assertThat(Decisions.fulfil(order, SHIPMENT))
                    .isEqualTo(Decision.nothing(Completion.CANCELLATION_REQUESTED));
        }
        assertThat(Decisions.fulfil(UNDONE, SHIPMENT))
                .isEqualTo(Decision.nothing(Completion.CANCELLED));
        for (var order : List.of(PLACED, WITHDRAWING, REJECTED)) {
            assertThatThrownBy(() -> Decisions.fulfil(order, SHIPMENT))
                    .isInstanceOf(IllegalTransition.class);
        }
    }

    @Test
    void takesAWishToCancelUntilTheOrderHasEnded() {
        assertThat(Decisions.requestCancellation(PLACED)).isEqualTo(Decision
                .happens(CancellationRequest.ACCEPTED, new CancellationRequested(ADA, false)));
        for (var order : List.of(CONFIRMED, FULFILLED)) {
            assertThat(Decisions.requestCancellation(order)).isEqualTo(Decision
                    .happens(CancellationRequest.ACCEPTED, new CancellationRequested(ADA, true)));
        }
        for (var order : List.of(WITHDRAWING, CANCELLING)) {
            assertThat(Decisions.requestCancellation(order))
                    .isEqualTo(Decision.nothing(CancellationRequest.ACCEPTED));
        }
        for (var order : List.of(WITHDRAWN, UNDONE)) {
            assertThat(Decisions.requestCancellation(order))
                    .isEqualTo(Decision.nothing(CancellationRequest.ALREADY_CANCELLED));
        }
        for (var order : List.of(DELIVERED, REJECTED)) {
            assertThat(Decisions.requestCancellation(order))
                    .isEqualTo(Decision.nothing(CancellationRequest.TOO_LATE));
        }
    }

    @Test
    void cancelsOnlyWhatWasToBeCancelled() {
        for (var order : List.of(WITHDRAWING, CANCELLING)) {
            assertThat(Decisions.cancel(order)).isEqualTo(
                    Decision.happens(Cancellation.CANCELLED, new OrderCancelled(ADA)));
        }
        for (var order : List.of(WITHDRAWN, UNDONE)) {
            assertThat(Decisions.cancel(order))
                    .isEqualTo(Decision.nothing(Cancellation.CANCELLED));
        }
        for (var order : List.of(PLACED, CONFIRMED, FULFILLED, DELIVERED, REJECTED)) {
            assertThatThrownBy(() -> Decisions.cancel(order))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining(order.status().name());
        }
    }

    @Test
    void returnsToWhereItWasWhenACancellationIsDeclined() {
        var event = new CancellationDeclined(ADA, "ALREADY_DISPATCHED");
        for (var standing : List.of(CONFIRMED, FULFILLED)) {
            var cancelling = standing.after(standing.requestCancellation());

            assertThat(Decisions.decline(cancelling, "ALREADY_DISPATCHED"))
                    .isEqualTo(Decision.happens(Declination.DECLINED, event));
            assertThat(cancelling.after(event)).isEqualTo(standing);
        }
        for (var order : List.of(CONFIRMED, FULFILLED, DELIVERED)) {
            assertThat(Decisions.decline(order, "ALREADY_DISPATCHED"))
                    .isEqualTo(Decision.nothing(Declination.DECLINED));
        }
        for (var order : List.of(PLACED, WITHDRAWING, REJECTED, UNDONE)) {
            assertThatThrownBy(() -> Decisions.decline(order, "ALREADY_DISPATCHED"))
                    .isInstanceOf(IllegalTransition.class);
        }
    }

    @Test
    void notesADeliveryOfWhatWasSent() {
        var event = new OrderDelivered(ADA, NOW);
        for (var order : List.of(CONFIRMED, FULFILLED, CANCELLING)) {
            assertThat(Decisions.deliver(order, NOW))
                    .isEqualTo(Decision.happens(Delivery.DELIVERED, event));
            assertThat(order.after(event).status()).isEqualTo(Status.DELIVERED);
        }
        assertThat(Decisions.deliver(DELIVERED, NOW))
                .isEqualTo(Decision.nothing(Delivery.DELIVERED));
        for (var order : List.of(PLACED, WITHDRAWING, REJECTED, UNDONE)) {
            assertThat(Decisions.deliver(order, NOW))
                    .isEqualTo(Decision.nothing(Delivery.UNEXPECTED));
        }
    }

    @Test
    void learnsHowItWasSentEvenAfterItWasDelivered() {
        assertThat(DELIVERED_EARLY.after(new OrderFulfilled(ADA, SHIPMENT))).isEqualTo(DELIVERED);
    }

    @Test
    void placesAnOrderOnce() {
        for (var order : List.of(PLACED, WITHDRAWING, CONFIRMED, FULFILLED, CANCELLING, DELIVERED,
                REJECTED, UNDONE)) {
            assertThatThrownBy(() -> order.after(Samples.placed(ORDER)))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining("OrderPlaced");
        }
    }

    /**
     * Any commands in any order: what is decided can happen, a command repeated at once has the
     * same outcome and no event, and no order is both rejected or withdrawn, and confirmed.
     */
    @Test
    void holdsItsPromisesUnderRandomCommands() {
        List<Function<Order, Decision<?>>> commands = List.of(
                order -> Decisions.confirm(order, "pi_1"),
                order -> Decisions.reject(order, "CHECKOUT_FAILED"),
                order -> Decisions.fulfil(order, SHIPMENT), Decisions::requestCancellation,
                Decisions::cancel, order -> Decisions.decline(order, "ALREADY_DISPATCHED"),
                order -> Decisions.deliver(order, NOW));
        for (long seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            Order order = PLACED;
            var log = new ArrayList<OrderEvent>();
            for (int i = 0; i < 30; i++) {
                order = give(commands.get(random.nextInt(commands.size())), order, log, seed);
            }
            assertPivotDecidedOnce(log, seed);
        }
    }

    private static Order give(Function<Order, Decision<?>> command, Order order,
            List<OrderEvent> log, long seed) {
        Decision<?> decision;
        try {
            decision = command.apply(order);
        } catch (IllegalTransition nonsense) {
            return order;
        }
        if (decision.event().isEmpty()) {
            return order;
        }
        var next = order.after(decision.event().get());
        assertThat(order.status().isFinal() && order.status() != next.status())
                .as("seed %d: %s became %s", seed, order, next).isFalse();
        assertThat(command.apply(next)).as("seed %d", seed)
                .isEqualTo(Decision.nothing(decision.outcome()));
        log.add(decision.event().get());
        return next;
    }

    private static void assertPivotDecidedOnce(List<OrderEvent> log, long seed) {
        boolean confirmed = log.stream().anyMatch(OrderConfirmed.class::isInstance);
        boolean endedBefore = log.stream().anyMatch(event -> switch (event) {
            case OrderRejected _ -> true;
            case CancellationRequested requested -> !requested.afterPivot();
            default -> false;
        });
        assertThat(confirmed && endedBefore).as("seed %d: %s", seed, log).isFalse();
    }
}
