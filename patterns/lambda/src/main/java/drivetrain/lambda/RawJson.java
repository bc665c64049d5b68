package drivetrain.lambda;

import java.util.HexFormat;

/**
 * JSON text that goes into other JSON as it stands ({@code @Json.Raw}). avaje-jsonb 3.11 and older
 * write only the low byte of each of its characters, so what isn't ASCII must be escaped first.
 */
public final class RawJson {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_PRINTABLE = 0x20;

    private RawJson() {}

    /** The same JSON in ASCII: outside ASCII JSON has only characters of strings. */
    public static String ascii(String json) {
        if (json.chars().allMatch(unit -> unit < FIRST_BEYOND_ASCII)) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 32);
        json.chars().forEach(unit -> append(escaped, unit));
        return escaped.toString();
    }

    /** The JSON of a text, in ASCII. */
    static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 32).append('"');
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\');
            }
            append(quoted, unit);
        });
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder json, int unit) {
        if (unit >= FIRST_PRINTABLE && unit < FIRST_BEYOND_ASCII) {
            json.append((char) unit);
        } else {
            json.append("\\u").append(HexFormat.of().toHexDigits((char) unit));
        }
    }
}
