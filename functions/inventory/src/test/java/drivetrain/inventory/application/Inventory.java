package drivetrain.inventory.application;

import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** All use cases over one set of stores, with a clock that a test turns. */
final class Inventory {
    static final Sku SERVO = new Sku("SRV-1");
    static final Sku MOTOR = new Sku("BLM-1");
    static final OrderId ORDER = new OrderId("order-1");
    static final OrderId OTHER = new OrderId("order-2");
    static final Duration HOLDING = Duration.ofMinutes(30);
    private static final CorrelationId CORRELATION = new CorrelationId("test");

    private final Stores stores;
    private final TestClock clock;
    private int receipts;

    Inventory(Stores stores) {
        this(stores, TestClock.at("2026-01-01T08:00:00Z"));
    }

    private Inventory(Stores stores, TestClock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** The same stock at the same time, through other reservations. */
    Inventory over(ReservationStore reservations) {
        return new Inventory(new Stores(reservations, stores.stock(), stores.receipts()), clock);
    }

    static Lines lines(Line... lines) {
        return new Lines(Arrays.asList(lines));
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration duration) {
        clock.pass(duration);
    }

    ReceiveStock.Outcome receive(String receiptId, Sku sku, int quantity) {
        return new ReceiveStock(stores.receipts(), stores.stock(), clock).receive(
                new Receipt(sku, receiptId, quantity),
                CORRELATION);
    }

    Inventory with(Sku sku, int quantity) {
        receive("first-" + receipts++, sku, quantity);
        return this;
    }

    ReserveStock.Outcome reserve(OrderId orderId, Line... lines) {
        return new ReserveStock(stores.reservations(), stores.stock(), clock, HOLDING).reserve(
                orderId,
                lines(lines), CORRELATION);
    }

    ReleaseStock.Outcome release(OrderId orderId) {
        return new ReleaseStock(stores.reservations(), clock).release(orderId, CORRELATION);
    }

    CommitStock.Outcome commit(OrderId orderId) {
        return new CommitStock(stores.reservations(), clock).commit(orderId, CORRELATION);
    }

    ReleaseExpiredReservations.Run releaseExpired() {
        return new ReleaseExpiredReservations(stores.reservations(), clock).release(CORRELATION);
    }

    StockLevel level(Sku sku) {
        return new GetStock(stores.stock()).get(sku).orElseGet(() -> StockLevel.none(sku));
    }
}
