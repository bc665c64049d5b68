package drivetrain.orders.handlers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import drivetrain.kernel.OrderId;
import drivetrain.orders.application.ViewStore.Position;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a customer's list, as text that tells clients nothing to rely on. The customer isn't
 * in it: a cursor that was made up leads nowhere but into the caller's own list.
 */
final class Cursor {
    private static final char SEPARATOR = '/';
    /** The last instant that is written with four digits of the year, as the index's keys are. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Cursor() {}

    static String encode(Position position) {
        var text = position.placedAt().toEpochMilli() + String.valueOf(SEPARATOR)
                + position.orderId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws IllegalArgumentException if it wasn't made by {@link #encode}
     */
    static Position decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
            int end = text.indexOf(SEPARATOR);
            var position = new Position(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, end))),
                    new OrderId(text.substring(end + 1)));
            if (!encode(position).equals(cursor) || position.placedAt().isBefore(Instant.EPOCH)
                    || position.placedAt().isAfter(LATEST)) {
                throw new IllegalArgumentException("not canonical");
            }
            return position;
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("use a cursor as it was given", malformed);
        }
    }
}
