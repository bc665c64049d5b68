package drivetrain.states.expression.jsonpath;

import drivetrain.states.expression.InvalidExpression;

/** A position in a text that is being parsed. */
final class Cursor {

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    char next() {
        return text.charAt(at++);
    }

    boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    boolean takeAfterSpace(String expected) {
        skipSpace();
        return take(expected);
    }

    void expect(String expected) throws InvalidExpression {
        if (!takeAfterSpace(expected)) {
            throw error("'" + expected + "' is missing");
        }
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** A text between the quotes that begin here, its escapes undone. */
    String quoted() throws InvalidExpression {
        char quote = next();
        StringBuilder value = new StringBuilder();
        while (peek() != quote) {
            if (atEnd()) {
                throw error("a quote isn't closed");
            }
            char c = next();
            value.append(c == '\\' && !atEnd() ? next() : c);
        }
        next();
        return value.toString();
    }

    /** All characters up to one of the given ones. */
    String until(String stops) {
        int from = at;
        while (!atEnd() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    InvalidExpression error(String reason) {
        return new InvalidExpression("Invalid path '" + text + "': " + reason + " at position "
                + at);
    }
}
