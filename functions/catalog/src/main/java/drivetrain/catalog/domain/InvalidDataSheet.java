package drivetrain.catalog.domain;

import java.util.List;

/** A data sheet that can't be: it names everything that is wrong with it. */
public final class InvalidDataSheet extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    InvalidDataSheet(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    /** At least one. */
    public List<Violation> violations() {
        return violations;
    }
}
