package drivetrain.local.identity;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token is to say.
 *
 * @param subject who it is for: 1 to 128 visible ASCII characters
 * @param scopes {@code customer}, {@code staff}, or both
 * @param lifetime negative for a token that has expired already
 */
public record TokenRequest(String subject, Set<String> scopes, String audience,
        Duration lifetime) {

    /** The scopes there are. */
    public static final Set<String> SCOPES = Set.of("customer", "staff");

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the subject is malformed or a scope unknown
     */
    public TokenRequest {
        if (!subject.matches("[\\x21-\\x7e]{1,128}")) {
            throw new IllegalArgumentException(
                    "A user is 1 to 128 visible ASCII characters without blanks");
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new IllegalArgumentException("The scopes are " + new TreeSet<>(SCOPES));
        }
        scopes = Set.copyOf(scopes);
    }

    /** The scopes as the claim {@code scope} has them. */
    String scope() {
        return String.join(" ", new TreeSet<>(scopes));
    }
}
