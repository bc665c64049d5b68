package drivetrain.shipping.application;

import static drivetrain.shipping.Lifecycle.CAUSE;
import static drivetrain.shipping.Lifecycle.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.shipping.Lifecycle;
import drivetrain.shipping.domain.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of shipments promises. */
public interface ShipmentsContract {
    /** The store under test; the same one throughout a test. */
    Shipments shipments();

    /** The messages that concern it; the same throughout a test. */
    Messages messages();

    private static Lifecycle anOrder() {
        return new Lifecycle(new OrderId(UUID.randomUUID().toString()));
    }

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(shipments().find(anOrder().orderId())).isEmpty();
    }

    @Test
    default void readsBackEveryState() {
        for (int i = 0; i < Lifecycle.STATES; i++) {
            var state = anOrder().all().get(i);
            predecessorsOf(state).forEach(shipments()::put);

            assertThat(shipments().put(state)).isEqualTo(state);
            assertThat(shipments().find(state.orderId())).contains(state);
        }
    }

    /** A state for each version before; which one doesn't matter. */
    private static List<Shipment> predecessorsOf(Shipment state) {
        var order = new Lifecycle(state.orderId());
        return List.<Shipment>of(order.booking(), order.buying(), order.booked(),
                order.booked().cancel(CAUSE)).subList(0, (int) state.version() - 1);
    }

    @Test
    default void keepsWhatStandsThereWhenItIsNotTheOneBefore() {
        var order = anOrder();
        shipments().put(order.booking());
        shipments().put(order.buying());

        assertThat(shipments().put(order.booking().cancel(CAUSE))).isEqualTo(order.buying());
        assertThat(shipments().put(Shipment.bar(order.orderId(), CAUSE)))
                .isEqualTo(order.buying());
        assertThat(shipments().put(order.booked().cancel(CAUSE))).isEqualTo(order.buying());
        assertThat(shipments().find(order.orderId())).contains(order.buying());
    }

    @Test
    default void countsTheSameWriteTwiceAsOne() {
        var order = anOrder();

        assertThat(shipments().put(order.booking())).isEqualTo(order.booking());
        assertThat(shipments().put(order.booking())).isEqualTo(order.booking());
    }

    @Test
    default void refusesToGoOnFromNothing() {
        assertThatThrownBy(() -> shipments().put(anOrder().buying()))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    default void letsExactlyOneOfManyWritersWin() throws Exception {
        var order = anOrder();
        shipments().put(order.booking());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Shipment>>();
            for (int i = 0; i < 8; i++) {
                var rate = "rate-" + i;
                writers.add(() -> shipments().put(order.booking().buying(ID, rate, CAUSE)));
            }
            var winner = threads.invokeAll(writers).getFirst().get();

            assertThat(shipments().put(order.booking().cancel(CAUSE)))
                    .isEqualTo(winner);
            assertThat(shipments().find(order.orderId())).contains(winner);
        }
    }

    @Test
    default void letsAMessageHaveItsEffectOnce() {
        var order = anOrder();
        var message = "evt-" + UUID.randomUUID();
        shipments().put(order.booking());

        assertThat(messages().put(order.buying(), message)).contains(order.buying());
        assertThat(messages().put(order.booked(), message)).isEmpty();

        assertThat(shipments().find(order.orderId())).contains(order.buying());
    }

    @Test
    default void notesNoMessageWhoseEffectSomebodyElseWasFasterThan() {
        var order = anOrder();
        var message = "evt-" + UUID.randomUUID();
        shipments().put(order.booking());
        shipments().put(order.buying());

        assertThat(messages().put(order.booking().cancel(CAUSE), message)).contains(order.buying());
        assertThat(messages().put(order.booked(), message)).contains(order.booked());
    }
}
