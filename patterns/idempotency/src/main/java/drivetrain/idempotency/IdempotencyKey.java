package drivetrain.idempotency;

import static java.util.Objects.requireNonNull;

/**
 * A client's name for one request.
 *
 * @param scope whose key it is, such as a customer's id; keys of different scopes never meet
 * @param value what the client sent: 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(String scope, String value) {
    private static final int LONGEST = 255;
    private static final char SEPARATOR = '#';

    public IdempotencyKey {
        requireNonNull(scope, "scope");
        if (scope.isEmpty() || scope.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a scope is some text without " + SEPARATOR);
        }
        if (value.isEmpty() || value.length() > LONGEST
                || value.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw new IllegalArgumentException("must be 1 to 255 printable ASCII characters");
        }
    }

    /** Unambiguous, since a scope has no separator. */
    String text() {
        return scope + SEPARATOR + value;
    }
}
