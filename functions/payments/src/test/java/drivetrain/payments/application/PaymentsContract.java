package drivetrain.payments.application;

import static drivetrain.payments.Lifecycle.CAUSE;
import static drivetrain.payments.Lifecycle.PI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.payments.Lifecycle;
import drivetrain.payments.domain.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of payments promises. */
public interface PaymentsContract {
    /** The store under test; the same one throughout a test. */
    Payments payments();

    /** The messages that concern it; the same throughout a test. */
    Messages messages();

    private static Lifecycle anOrder() {
        return new Lifecycle(new OrderId(UUID.randomUUID().toString()));
    }

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(payments().find(anOrder().orderId())).isEmpty();
    }

    @Test
    default void readsBackEveryState() {
        for (int i = 0; i < Lifecycle.STATES; i++) {
            var state = anOrder().all().get(i);
            predecessorsOf(state).forEach(payments()::put);

            assertThat(payments().put(state)).isEqualTo(state);
            assertThat(payments().find(state.orderId())).contains(state);
        }
    }

    /** A state for each version before; which one doesn't matter. */
    private static List<Payment> predecessorsOf(Payment state) {
        var order = new Lifecycle(state.orderId());
        return List.<Payment>of(order.authorizing(), order.authorized(), order.captured(),
                order.captured().reverse(CAUSE)).subList(0, (int) state.version() - 1);
    }

    @Test
    default void keepsWhatStandsThereWhenItIsNotTheOneBefore() {
        var order = anOrder();
        payments().put(order.authorizing());
        payments().put(order.authorized());

        assertThat(payments().put(order.authorizing().declined("late", CAUSE)))
                .isEqualTo(order.authorized());
        assertThat(payments().put(Payment.bar(order.orderId(), CAUSE)))
                .isEqualTo(order.authorized());
        assertThat(payments().put(order.captured().refunded(CAUSE))).isEqualTo(order.authorized());
        assertThat(payments().find(order.orderId())).contains(order.authorized());
    }

    @Test
    default void countsTheSameWriteTwiceAsOne() {
        var order = anOrder();

        assertThat(payments().put(order.authorizing())).isEqualTo(order.authorizing());
        assertThat(payments().put(order.authorizing())).isEqualTo(order.authorizing());
    }

    @Test
    default void refusesToGoOnFromNothing() {
        assertThatThrownBy(() -> payments().put(anOrder().authorized()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    default void letsExactlyOneOfManyWritersWin() throws Exception {
        var order = anOrder();
        payments().put(order.authorizing());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Payment>>();
            for (int i = 0; i < 8; i++) {
                var reason = "reason-" + i;
                writers.add(() -> payments().put(order.authorizing().declined(reason, CAUSE)));
            }
            var winner = threads.invokeAll(writers).getFirst().get();

            assertThat(payments().put(order.authorizing().authorized(PI, CAUSE)))
                    .isEqualTo(winner);
            assertThat(payments().find(order.orderId())).contains(winner);
        }
    }

    @Test
    default void letsAMessageHaveItsEffectOnce() {
        var order = anOrder();
        var message = "evt-" + UUID.randomUUID();
        payments().put(order.authorizing());

        assertThat(messages().put(order.authorized(), message)).contains(order.authorized());
        assertThat(messages().put(order.captured(), message)).isEmpty();

        assertThat(payments().find(order.orderId())).contains(order.authorized());
    }

    @Test
    default void notesNoMessageWhoseEffectSomebodyElseWasFasterThan() {
        var order = anOrder();
        var message = "evt-" + UUID.randomUUID();
        payments().put(order.authorizing());
        payments().put(order.authorized());

        assertThat(messages().put(order.authorizing().declined("late", CAUSE), message))
                .contains(order.authorized());
        assertThat(messages().put(order.captured(), message)).contains(order.captured());
    }
}
