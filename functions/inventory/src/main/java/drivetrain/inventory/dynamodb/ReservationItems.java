package drivetrain.inventory.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import java.util.Optional;

/**
 * How a reservation is kept: {@code orderId}, {@code state}, {@code lines}, {@code expiresAt},
 * {@code version}, {@code correlationId} and {@code changedAt}; and, only while it is reserved,
 * {@code expiring}, which puts it into the index {@code byExpiry}.
 */
final class ReservationItems {
    static final String EXPIRING = "RESERVED";

    /** The names of the states in the table; they outlive the names of the classes. */
    private enum State {
        RESERVED, EXPIRED, RELEASED, COMMITTED, RESTOCKED
    }

    private ReservationItems() {}

    static Item key(OrderId orderId) {
        return Item.empty().text("orderId", orderId.value());
    }

    static Item item(Reservation reservation, Stamp stamp) {
        Item item = key(reservation.orderId()).number("version", reservation.version())
                .text("correlationId", stamp.correlationId().value())
                .instant("changedAt", stamp.at());
        return switch (reservation) {
            case Reservation.Reserved reserved -> item(item, State.RESERVED, reserved.lines())
                    .instant("expiresAt", reserved.expiresAt()).text("expiring", EXPIRING);
            case Reservation.Expired expired -> item(item, State.EXPIRED, expired.lines());
            case Reservation.Released released -> released.lines()
                    .map(lines -> item(item, State.RELEASED, lines))
                    .orElseGet(() -> item.text("state", State.RELEASED.name()));
            case Reservation.Committed committed -> item(item, State.COMMITTED, committed.lines())
                    .instant("expiresAt", committed.expiresAt());
            case Reservation.Restocked restocked -> item(item, State.RESTOCKED, restocked.lines());
        };
    }

    static Reservation reservation(Item item) {
        OrderId orderId = new OrderId(item.text("orderId"));
        long version = item.number("version");
        return switch (State.valueOf(item.text("state"))) {
            case RESERVED -> new Reservation.Reserved(orderId, lines(item),
                    item.instant("expiresAt"), version);
            case EXPIRED -> new Reservation.Expired(orderId, lines(item), version);
            case RELEASED -> new Reservation.Released(orderId,
                    item.has("lines") ? Optional.of(lines(item)) : Optional.empty(), version);
            case COMMITTED -> new Reservation.Committed(orderId, lines(item),
                    item.instant("expiresAt"), version);
            case RESTOCKED -> new Reservation.Restocked(orderId, lines(item), version);
        };
    }

    private static Item item(Item item, State state, Lines lines) {
        return item.text("state", state.name()).list("lines",
                lines.values().stream().map(line -> Item.empty().text("sku", line.sku().value())
                        .number("quantity", line.quantity())).toList());
    }

    private static Lines lines(Item item) {
        return new Lines(item.list("lines").stream().map(line -> new Line(
                new Sku(line.text("sku")), Math.toIntExact(line.number("quantity")))).toList());
    }
}
