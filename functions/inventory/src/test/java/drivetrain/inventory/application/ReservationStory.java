package drivetrain.inventory.application;

import static drivetrain.inventory.application.Inventory.HOLDING;
import static drivetrain.inventory.application.Inventory.MOTOR;
import static drivetrain.inventory.application.Inventory.ORDER;
import static drivetrain.inventory.application.Inventory.OTHER;
import static drivetrain.inventory.application.Inventory.SERVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.inventory.application.ReserveStock.Outcome;
import drivetrain.inventory.application.ReserveStock.Shortage;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the stock of an order, told over any storage. */
public abstract class ReservationStory {
    private Inventory inventory;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void receiveFiveServosAndTwoMotors() {
        inventory = new Inventory(stores()).with(SERVO, 5).with(MOTOR, 2);
    }

    @Test
    void reservesAllLinesAndCommitsThem() {
        Outcome reserved = inventory.reserve(ORDER, new Line(SERVO, 3), new Line(MOTOR, 2));
        StockLevel held = inventory.level(SERVO);
        CommitStock.Outcome committed = inventory.commit(ORDER);

        assertThat(reserved).isEqualTo(new Outcome.Reserved(inventory.now().plus(HOLDING)));
        assertThat(held).isEqualTo(new StockLevel(SERVO, 5, 3, 2));
        assertThat(committed).isEqualTo(CommitStock.Outcome.COMMITTED);
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 2, 0, 3));
        assertThat(inventory.level(MOTOR)).isEqualTo(new StockLevel(MOTOR, 0, 0, 3));
    }

    @Test
    void refusesTheWholeOrderAndNamesEveryShortage() {
        Outcome outcome = inventory.reserve(ORDER, new Line(SERVO, 5), new Line(MOTOR, 3));

        assertThat(outcome)
                .isEqualTo(new Outcome.OutOfStock(List.of(new Shortage(MOTOR, 3, 2))));
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 5, 0, 1));
    }

    @Test
    void refusesAProductThatWasNeverReceived() {
        Line unknown = new Line(new Sku("NEW-1"), 1);

        assertThat(inventory.reserve(ORDER, unknown)).isEqualTo(
                new Outcome.OutOfStock(List.of(new Shortage(unknown.sku(), 1, 0))));
    }

    @Test
    void answersASecondReservationLikeTheFirstEvenWhenItTookTheLastPiece() {
        Outcome first = inventory.reserve(ORDER, new Line(MOTOR, 2), new Line(SERVO, 1));
        inventory.pass(Duration.ofMinutes(1));

        assertThat(inventory.reserve(ORDER, new Line(SERVO, 1), new Line(MOTOR, 2)))
                .isEqualTo(first);
        assertThat(inventory.level(MOTOR)).isEqualTo(new StockLevel(MOTOR, 2, 2, 2));
    }

    @Test
    void refusesASecondReservationWithOtherLinesAsABug() {
        inventory.reserve(ORDER, new Line(SERVO, 1));

        assertThatThrownBy(() -> inventory.reserve(ORDER, new Line(SERVO, 2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("order-1");
    }

    @Test
    void givesTheLastPieceToOneOfTwoOrders() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));

        assertThat(inventory.reserve(OTHER, new Line(MOTOR, 1))).isEqualTo(
                new Outcome.OutOfStock(List.of(new Shortage(MOTOR, 1, 0))));
    }

    @Test
    void releasesOnceHoweverOftenItIsAsked() {
        inventory.reserve(ORDER, new Line(SERVO, 3));

        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.RELEASED);
        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.RELEASED);
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 5, 0, 3));
    }

    @Test
    void releasingFirstLeavesATombstoneThatALateReservationRespects() {
        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.NOTHING_RESERVED);
        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.NOTHING_RESERVED);

        assertThat(inventory.reserve(ORDER, new Line(SERVO, 1)))
                .isEqualTo(new Outcome.Released());
        assertThat(inventory.commit(ORDER)).isEqualTo(CommitStock.Outcome.RELEASED);
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 5, 0, 1));
    }

    @Test
    void restocksWhatWasCommittedOnce() {
        inventory.reserve(ORDER, new Line(SERVO, 3));
        inventory.commit(ORDER);

        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.RESTOCKED);
        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.RESTOCKED);
        assertThat(inventory.commit(ORDER)).isEqualTo(CommitStock.Outcome.RELEASED);
        assertThat(inventory.level(SERVO)).isEqualTo(new StockLevel(SERVO, 5, 0, 4));
    }

    @Test
    void expiresWhatNobodyDecidedOnInTime() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));
        inventory.pass(HOLDING.minusSeconds(1));
        ReleaseExpiredReservations.Run early = inventory.releaseExpired();
        inventory.pass(Duration.ofSeconds(1));
        ReleaseExpiredReservations.Run due = inventory.releaseExpired();

        assertThat(early).isEqualTo(new ReleaseExpiredReservations.Run(0, 0));
        assertThat(due).isEqualTo(new ReleaseExpiredReservations.Run(1, 0));
        assertThat(inventory.level(MOTOR)).isEqualTo(new StockLevel(MOTOR, 2, 0, 3));
    }

    @Test
    void commitsAnExpiredReservationWhileThePiecesAreThere() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));
        expireAll();

        assertThat(inventory.commit(ORDER)).isEqualTo(CommitStock.Outcome.COMMITTED);
        assertThat(inventory.level(MOTOR)).isEqualTo(new StockLevel(MOTOR, 0, 0, 4));
    }

    @Test
    void saysThatAnExpiredReservationIsLostWhenOthersTookThePieces() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));
        expireAll();
        inventory.reserve(OTHER, new Line(MOTOR, 1));

        assertThatThrownBy(() -> inventory.commit(ORDER)).isInstanceOf(ReservationLost.class);
        assertThat(inventory.with(MOTOR, 1).commit(ORDER))
                .isEqualTo(CommitStock.Outcome.COMMITTED);
        assertThat(inventory.level(MOTOR).available()).isZero();
    }

    @Test
    void reservesAnExpiredReservationAgain() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));
        expireAll();

        assertThat(inventory.reserve(ORDER, new Line(MOTOR, 2)))
                .isEqualTo(new Outcome.Reserved(inventory.now().plus(HOLDING)));
    }

    @Test
    void releasesAnExpiredReservationForGood() {
        inventory.reserve(ORDER, new Line(MOTOR, 2));
        expireAll();

        assertThat(inventory.release(ORDER)).isEqualTo(ReleaseStock.Outcome.RELEASED);
        assertThat(inventory.reserve(ORDER, new Line(MOTOR, 2)))
                .isEqualTo(new Outcome.Released());
    }

    @Test
    void losesACommitThatNothingWasReservedFor() {
        assertThatThrownBy(() -> inventory.commit(ORDER)).isInstanceOf(ReservationLost.class);
    }

    @Test
    void booksAReceiptOnce() {
        inventory.receive("note-7", SERVO, 10);

        assertThat(inventory.receive("note-7", SERVO, 10)).isEqualTo(
                new ReceiveStock.Outcome.Received(new StockLevel(SERVO, 15, 0, 2)));
        assertThat(inventory.receive("note-7", SERVO, 11))
                .isEqualTo(new ReceiveStock.Outcome.OtherQuantity(10));
    }

    private void expireAll() {
        inventory.pass(HOLDING);
        inventory.releaseExpired();
    }
}
