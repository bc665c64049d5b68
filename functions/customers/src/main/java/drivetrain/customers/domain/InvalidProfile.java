package drivetrain.customers.domain;

import java.util.List;

/** A profile that can't be: it names everything that is wrong with it. */
public final class InvalidProfile extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    InvalidProfile(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    /** At least one. */
    public List<Violation> violations() {
        return violations;
    }
}
