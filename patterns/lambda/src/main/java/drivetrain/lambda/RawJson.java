package drivetrain.lambda;

/**
 * JSON text that goes into other JSON, as it stands ({@code @Json.Raw}) or as a string. avaje-jsonb
 * 3.11 and older write only the low byte of each character of the first, and fail at some long
 * strings with characters beyond the basic plane, so what isn't ASCII must be escaped first.
 */
public final class RawJson {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private RawJson() {}

    /** The same JSON in ASCII: outside ASCII JSON has only characters of strings. */
    public static String ascii(String json) {
        if (json.chars().allMatch(unit -> unit < FIRST_BEYOND_ASCII)) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 32);
        json.chars().forEach(unit -> {
            if (unit < FIRST_BEYOND_ASCII) {
                escaped.append((char) unit);
            } else {
                escaped.append(String.format("\\u%04x", unit));
            }
        });
        return escaped.toString();
    }
}
