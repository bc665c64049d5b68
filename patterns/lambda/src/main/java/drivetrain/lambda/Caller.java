package drivetrain.lambda;

import drivetrain.kernel.CustomerId;
import java.util.Set;

/**
 * Who makes a request, as the authorizer found in a verified token.
 *
 * @param customerId the token's subject
 * @param scopes what the token allows, such as {@code staff}
 */
public record Caller(CustomerId customerId, Set<String> scopes) {
    private static final String CUSTOMER = "customer";
    private static final String STAFF = "staff";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token allows anything of this API at all. */
    boolean hasAnyScope() {
        return isStaff() || scopes.contains(CUSTOMER);
    }

    public boolean isStaff() {
        return scopes.contains(STAFF);
    }

    /** Whether this caller may see what belongs to a customer: its own, or anyone's for staff. */
    public boolean maySee(CustomerId owner) {
        return isStaff() || customerId.equals(owner);
    }
}
