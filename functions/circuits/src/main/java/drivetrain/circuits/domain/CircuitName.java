package drivetrain.circuits.domain;

import java.util.regex.Pattern;

/**
 * A circuit: a dependency, and the operation of it that fails and recovers by itself. Each is a word
 * of lower-case letters, digits and dashes.
 */
public record CircuitName(String dependency, String operation) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final String BETWEEN = "#";

    public CircuitName {
        requireWord(dependency);
        requireWord(operation);
    }

    /**
     * Reads a name as tables and events spell it: {@code carrier#shipments}.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    public static CircuitName parse(String name) {
        int between = name.indexOf(BETWEEN);
        if (between < 0) {
            throw new IllegalArgumentException("a circuit is named dependency#operation");
        }
        return new CircuitName(name.substring(0, between), name.substring(between + 1));
    }

    /** As tables and events spell it. */
    public String value() {
        return dependency + BETWEEN + operation;
    }

    private static void requireWord(String part) {
        if (part == null || !WORD.matcher(part).matches()) {
            throw new IllegalArgumentException("not a part of a circuit's name");
        }
    }
}
