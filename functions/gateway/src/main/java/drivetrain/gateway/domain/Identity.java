package drivetrain.gateway.domain;

import drivetrain.kernel.CustomerId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whom a verified token speaks for.
 *
 * @param customerId the token's subject
 * @param scopes what the token allows, such as {@code staff}
 */
public record Identity(CustomerId customerId, Set<String> scopes) {
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]{1,100}");

    /**
     * An identity.
     *
     * @throws IllegalArgumentException when a scope isn't one (RFC 6749, section 3.3)
     */
    public Identity {
        scopes = Set.copyOf(scopes);
        if (!scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw new IllegalArgumentException("not a scope");
        }
    }

    /** The scopes in one text, in the order of the alphabet, parted by blanks. */
    public String scopeText() {
        return String.join(" ", new TreeSet<>(scopes));
    }
}
