package drivetrain.catalog.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import drivetrain.catalog.application.Position;
import drivetrain.kernel.Sku;
import java.util.Base64;

/** A position in the list as opaque text, safe in a URL. */
final class Cursor {
    private Cursor() {}

    static String of(Position position) {
        var text = position.type() + "|" + position.carriesNm() + "|" + position.sku();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * The position that a cursor stands for.
     *
     * @throws IllegalArgumentException when it isn't one of ours
     */
    static Position parse(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", 3);
            return new Position(Parameters.type(parts[0]), Parameters.decimal(parts[1]),
                    new Sku(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new IllegalArgumentException("take it from an answer's nextCursor", foreign);
        }
    }
}
