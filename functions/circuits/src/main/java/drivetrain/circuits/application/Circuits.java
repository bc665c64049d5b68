package drivetrain.circuits.application;

import drivetrain.circuits.domain.CircuitName;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.Decision;
import drivetrain.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The circuits for which something is set, written or not. Every method may throw {@link
 * drivetrain.kernel.StorageUnavailable}.
 */
public interface Circuits {
    /** All of them, sorted by name; a decision that has expired is none. */
    List<CircuitStatus> all(Instant now);

    /** One of them; empty if nothing is set for it. */
    Optional<CircuitStatus> find(CircuitName name, Instant now);

    /** Keeps a decision, in place of an earlier one. */
    void override(CircuitName name, Decision decision);

    /** Takes a decision back; nothing happens where there is none. */
    void endOverride(CircuitName name, CustomerId by, Instant now);
}
