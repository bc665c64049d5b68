package drivetrain.inventory.application;

import static drivetrain.inventory.application.Inventory.MOTOR;
import static drivetrain.inventory.application.Inventory.ORDER;
import static drivetrain.inventory.application.Inventory.OTHER;
import static drivetrain.inventory.application.Inventory.SERVO;
import static drivetrain.inventory.application.Inventory.lines;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.Reservation;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every storage of inventory promises. */
public abstract class StoreContract {
    private static final Instant DUE = Instant.parse("2026-01-01T08:30:00.500Z");
    private static final Stamp STAMP = new Stamp(new CorrelationId("test"),
            Instant.parse("2026-01-01T08:00:00Z"));
    private static final Lines BOTH = lines(new Line(SERVO, 2), new Line(MOTOR, 1));

    private Stores stores;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void receive() {
        stores = stores();
        stores.receipts().receive(new Receipt(SERVO, "note-1", 3), STAMP);
    }

    @Test
    void findsNothingBeforeItIsWritten() {
        assertThat(stores.reservations().find(ORDER)).isEmpty();
        assertThat(stores.stock().find(MOTOR)).isEmpty();
        assertThat(stores.stock().findAll(List.of(SERVO, MOTOR)))
                .isEqualTo(Map.of(SERVO, new StockLevel(SERVO, 3, 0, 1)));
    }

    @Test
    void keepsEveryStateOfAReservation() {
        stores.receipts().receive(new Receipt(MOTOR, "note-1", 1), STAMP);
        var reserved = new Reservation.Reserved(ORDER, BOTH, DUE, 1);
        var expired = new Reservation.Expired(ORDER, BOTH, 2);
        var again = new Reservation.Reserved(ORDER, BOTH, DUE, 3);
        var committed = new Reservation.Committed(ORDER, BOTH, DUE, 4);

        keeps(Reservation.reserve(ORDER, BOTH, DUE));
        keeps(reserved.expire());
        keeps(expired.reserve(DUE));
        keeps(again.commit());
        keeps(committed.restock());
        keeps(Reservation.tombstone(OTHER));
    }

    @Test
    void keepsAReleasedReservationWithItsLines() {
        var reserved = new Reservation.Reserved(ORDER, lines(new Line(SERVO, 2)), DUE, 1);

        keeps(Reservation.reserve(ORDER, reserved.lines(), DUE));
        keeps(reserved.release());
    }

    @Test
    void writesNothingWhenOneLineIsShort() {
        Change both = Reservation.reserve(ORDER, BOTH, DUE);

        Applied applied = stores.reservations().apply(both, STAMP);

        assertThat(applied).isEqualTo(new Applied.Insufficient());
        assertThat(stores.reservations().find(ORDER)).isEmpty();
        assertThat(stores.stock().find(SERVO)).hasValue(new StockLevel(SERVO, 3, 0, 1));
    }

    @Test
    void answersAStaleDecisionWithWhatIsThereEvenWhenStockIsShort() {
        Lines three = lines(new Line(SERVO, 3));
        stores.reservations().apply(Reservation.reserve(ORDER, three, DUE), STAMP);
        Reservation found = new Reservation.Reserved(ORDER, three, DUE, 1);

        assertThat(stores.reservations().apply(Reservation.reserve(ORDER, three, DUE), STAMP))
                .isEqualTo(new Applied.Stale(found));
        assertThat(stores.reservations()
                .apply(new Reservation.Expired(ORDER, three, 4).reserve(DUE), STAMP))
                .isEqualTo(new Applied.Stale(found));
        assertThat(stores.stock().find(SERVO)).hasValue(new StockLevel(SERVO, 3, 3, 2));
    }

    @Test
    void refusesToTakeBackMoreThanIsPromised() {
        Lines one = lines(new Line(SERVO, 1));
        stores.reservations().apply(Reservation.reserve(ORDER, one, DUE), STAMP);
        var twice = new Reservation.Reserved(ORDER, lines(new Line(SERVO, 2)), DUE, 1);

        assertThat(stores.reservations().apply(twice.release(), STAMP))
                .isEqualTo(new Applied.Insufficient());
        assertThat(stores.reservations().apply(twice.commit(), STAMP))
                .isEqualTo(new Applied.Insufficient());
    }

    @Test
    void namesWhatIsDueTheOldestFirst() {
        reserve(ORDER, DUE);
        reserve(OTHER, DUE.minusMillis(1));
        reserve(new OrderId("order-3"), DUE.plusMillis(1));

        assertThat(stores.reservations().dueAt(DUE, 9)).containsExactly(OTHER, ORDER);
        assertThat(stores.reservations().dueAt(DUE, 1)).containsExactly(OTHER);
    }

    @Test
    void forgetsThatAReservationIsDueOnceItIsDecided() {
        reserve(ORDER, DUE);
        var reserved = new Reservation.Reserved(ORDER, lines(new Line(SERVO, 1)), DUE, 1);
        keeps(reserved.commit());

        assertThat(stores.reservations().dueAt(DUE, 9)).isEmpty();
    }

    @Test
    void booksAReceiptOncePerProduct() {
        Receipt receipt = new Receipt(SERVO, "note-2", 4);

        assertThat(stores.receipts().receive(receipt, STAMP)).isEmpty();
        assertThat(stores.receipts().receive(receipt, STAMP)).hasValue(4);
        assertThat(stores.receipts().receive(new Receipt(MOTOR, "note-2", 5), STAMP)).isEmpty();
        assertThat(stores.stock().find(SERVO)).hasValue(new StockLevel(SERVO, 7, 0, 2));
        assertThat(stores.stock().find(MOTOR)).hasValue(new StockLevel(MOTOR, 5, 0, 1));
    }

    private void reserve(OrderId orderId, Instant expiresAt) {
        keeps(Reservation.reserve(orderId, lines(new Line(SERVO, 1)), expiresAt));
    }

    private void keeps(Change change) {
        assertThat(stores.reservations().apply(change, STAMP)).isEqualTo(new Applied.Done());
        assertThat(stores.reservations().find(change.next().orderId())).hasValue(change.next());
    }
}
