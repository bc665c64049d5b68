package drivetrain.kernel;

import java.util.regex.Pattern;

/** What every id promises: short, printable, and safe in a key, a path and a log line. */
final class Identifier {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@|-]{0,127}");

    private Identifier() {}

    static String require(String kind, String value) {
        if (value == null || !SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    kind + " must be 1 to 128 letters, digits or ._:@|- and start with a letter or"
                            + " digit");
        }
        return value;
    }
}
