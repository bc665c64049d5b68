package drivetrain.inventory.application;

import static drivetrain.inventory.application.Inventory.HOLDING;
import static drivetrain.inventory.application.Inventory.MOTOR;
import static drivetrain.inventory.application.Inventory.ORDER;
import static drivetrain.inventory.application.Inventory.OTHER;
import static drivetrain.inventory.application.Inventory.SERVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step that crashed before or after its effect, made again, ends as if it had not crashed. */
class CrashTest {
    /** Where the crash is. */
    private enum Crash {
        BEFORE, AFTER
    }

    /** What is done to an order; the part after IF says what went before. */
    enum Step {
        RESERVE, RESERVE_IF_EXPIRED, COMMIT_IF_RESERVED, COMMIT_IF_EXPIRED, RELEASE,
        RELEASE_IF_RESERVED, RELEASE_IF_EXPIRED, RELEASE_IF_COMMITTED
    }

    @ParameterizedTest
    @EnumSource
    void crashingBeforeTheEffectChangesNothing(Step step) {
        endsAsIfItHadNotCrashed(step, Crash.BEFORE);
    }

    @ParameterizedTest
    @EnumSource
    void crashingAfterTheEffectChangesNothing(Step step) {
        endsAsIfItHadNotCrashed(step, Crash.AFTER);
    }

    @Test
    void expiresTheOthersWhenOneIsBroken() {
        var memory = Stores.inMemory();
        var inventory = new Inventory(memory).with(SERVO, 5);
        inventory.reserve(ORDER, new Line(SERVO, 1));
        inventory.reserve(OTHER, new Line(SERVO, 2));
        inventory.pass(HOLDING);
        var broken = new FaultyReservations(memory.reservations(),
                (change, write) -> change.next().orderId().equals(ORDER)
                        ? new Applied.Insufficient()
                        : write.get());

        assertThatThrownBy(() -> inventory.over(broken).releaseExpired())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("order-1");
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 5, 1, 4));
    }

    @Test
    void leavesWhatOthersWriteToTheNextRun() {
        var memory = Stores.inMemory();
        var inventory = new Inventory(memory).with(SERVO, 5);
        inventory.reserve(ORDER, new Line(SERVO, 1));
        inventory.pass(HOLDING);
        var contended = new FaultyReservations(memory.reservations(), (change, write) -> {
            throw new VersionConflict("a transaction in progress");
        });

        assertThat(inventory.over(contended).releaseExpired())
                .isEqualTo(new ReleaseExpiredReservations.Run(0, 1));
        assertThat(inventory.releaseExpired())
                .isEqualTo(new ReleaseExpiredReservations.Run(1, 0));
    }

    private static void endsAsIfItHadNotCrashed(Step step, Crash crash) {
        var smooth = ready(Stores.inMemory(), step);
        var stores = Stores.inMemory();
        var crashed = ready(stores, step);
        var crashing = new FaultyReservations(stores.reservations(), (change, write) -> {
            if (crash == Crash.AFTER && !write.get().equals(new Applied.Done())) {
                return write.get();
            }
            throw new StorageUnavailable("crashed " + crash);
        });

        assertThatThrownBy(() -> make(step, crashed.over(crashing)))
                .isInstanceOf(StorageUnavailable.class);

        assertThat(make(step, crashed)).isEqualTo(make(step, smooth));
        assertThat(crashed.level(SERVO)).isEqualTo(smooth.level(SERVO));
        assertThat(crashed.level(MOTOR)).isEqualTo(smooth.level(MOTOR));
    }

    /** Just enough, so that a step that took its pieces twice would be short. */
    private static Inventory ready(Stores stores, Step step) {
        var inventory = new Inventory(stores).with(SERVO, 2).with(MOTOR, 1);
        switch (step) {
            case RESERVE, RELEASE -> {
            }
            case COMMIT_IF_RESERVED, RELEASE_IF_RESERVED -> reserve(inventory);
            case RESERVE_IF_EXPIRED, COMMIT_IF_EXPIRED, RELEASE_IF_EXPIRED -> {
                reserve(inventory);
                inventory.pass(HOLDING);
                inventory.releaseExpired();
            }
            case RELEASE_IF_COMMITTED -> {
                reserve(inventory);
                inventory.commit(ORDER);
            }
        }
        return inventory;
    }

    private static Object make(Step step, Inventory inventory) {
        return switch (step) {
            case RESERVE, RESERVE_IF_EXPIRED -> reserve(inventory);
            case COMMIT_IF_RESERVED, COMMIT_IF_EXPIRED -> inventory.commit(ORDER);
            case RELEASE, RELEASE_IF_RESERVED, RELEASE_IF_EXPIRED, RELEASE_IF_COMMITTED ->
                inventory.release(ORDER);
        };
    }

    private static ReserveStock.Outcome reserve(Inventory inventory) {
        return inventory.reserve(ORDER, new Line(SERVO, 2), new Line(MOTOR, 1));
    }
}
