package drivetrain.inventory.application;

import drivetrain.inventory.application.ReservationStore.Applied;
import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Reservation;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.VersionConflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Promises all lines of an order, or none. Idempotent by order: asked again with the same lines it
 * answers the same, with the first expiry. The usual case costs one transaction and no read.
 */
public final class ReserveStock {
    private final ReservationStore reservations;
    private final StockStore stock;
    private final Clock clock;
    private final Duration holding;

    /**
     * Over its ports.
     *
     * @param holding how long a reservation holds; longer than a checkout may take
     */
    public ReserveStock(ReservationStore reservations, StockStore stock, Clock clock,
            Duration holding) {
        this.reservations = reservations;
        this.stock = stock;
        this.clock = clock;
        this.holding = holding;
    }

    /**
     * Promises the lines to the order.
     *
     * @throws VersionConflict when another order took the same product meanwhile; try again
     * @throws IllegalArgumentException when the order was reserved with other lines
     */
    public Outcome reserve(OrderId orderId, Lines lines, CorrelationId correlationId) {
        Stamp stamp = new Stamp(correlationId, clock.instant());
        Instant expiresAt = expiry(stamp);
        return switch (reservations.apply(Reservation.reserve(orderId, lines, expiresAt), stamp)) {
            case Applied.Done() -> new Outcome.Reserved(expiresAt);
            case Applied.Stale(Reservation found) -> resume(found, lines, stamp);
            // A retry may be short just because its first try took the last piece: look first.
            case Applied.Insufficient() -> reservations.find(orderId)
                    .map(found -> resume(found, lines, stamp)).orElseGet(() -> refuse(lines));
        };
    }

    private Outcome resume(Reservation found, Lines lines, Stamp stamp) {
        return switch (found) {
            case Reservation.Reserved reserved -> {
                requireSame(reserved.orderId(), reserved.lines(), lines);
                yield new Outcome.Reserved(reserved.expiresAt());
            }
            case Reservation.Committed committed -> {
                requireSame(committed.orderId(), committed.lines(), lines);
                yield new Outcome.Reserved(committed.expiresAt());
            }
            case Reservation.Expired expired -> {
                requireSame(expired.orderId(), expired.lines(), lines);
                yield reserveAgain(expired, stamp);
            }
            case Reservation.Released released -> new Outcome.Released();
            case Reservation.Restocked restocked -> new Outcome.Released();
        };
    }

    private Outcome reserveAgain(Reservation.Expired expired, Stamp stamp) {
        Instant expiresAt = expiry(stamp);
        Change change = expired.reserve(expiresAt);
        return switch (reservations.apply(change, stamp)) {
            case Applied.Done() -> new Outcome.Reserved(expiresAt);
            case Applied.Stale(Reservation found) -> throw Conflicts.over(found);
            case Applied.Insufficient() -> refuse(expired.lines());
        };
    }

    private Outcome refuse(Lines lines) {
        Map<Sku, StockLevel> levels = stock.findAll(lines.skus());
        List<Shortage> shortages = lines.values().stream()
                .map(line -> shortage(line, levels.get(line.sku()))).flatMap(Optional::stream)
                .toList();
        if (shortages.isEmpty()) {
            throw new VersionConflict("stock came back while an order was being refused");
        }
        return new Outcome.OutOfStock(shortages);
    }

    private static Optional<Shortage> shortage(Line line, StockLevel level) {
        long available = level == null ? 0 : level.available();
        return available >= line.quantity()
                ? Optional.empty()
                : Optional.of(new Shortage(line.sku(), line.quantity(), available));
    }

    /** As exact as storage keeps it, so that a second call answers with the same instant. */
    private Instant expiry(Stamp stamp) {
        return stamp.at().plus(holding).truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireSame(OrderId orderId, Lines reserved, Lines asked) {
        if (!reserved.equals(asked)) {
            throw new IllegalArgumentException(
                    "order " + orderId + " was reserved with other lines");
        }
    }

    /** What the caller goes on with. */
    public sealed interface Outcome {
        /** All lines are promised until {@code expiresAt}. */
        record Reserved(Instant expiresAt) implements Outcome {}

        /** Nothing is promised; these products don't suffice. At least one. */
        record OutOfStock(List<Shortage> shortages) implements Outcome {
            public OutOfStock {
                shortages = List.copyOf(shortages);
            }
        }

        /** Nothing is promised, as the order was given up already. */
        record Released() implements Outcome {}
    }

    /** A product of which fewer pieces are available than asked for. */
    public record Shortage(Sku sku, int requested, long available) {}
}
