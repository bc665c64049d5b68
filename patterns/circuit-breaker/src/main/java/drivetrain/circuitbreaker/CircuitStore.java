package drivetrain.circuitbreaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps circuits, for all their callers. Every write is conditional, and tells whether it was made.
 *
 * <p>Every method may throw {@link drivetrain.kernel.StorageUnavailable}.
 */
public interface CircuitStore {
    /** A circuit; it may be a moment old. Empty when it was never written. */
    Optional<Circuit> load(String name);

    /**
     * Writes a circuit's state and epoch, if its epoch is still the expected one (0: it must not
     * exist, or never have left its first epoch).
     *
     * @return whether it was written
     */
    boolean replace(long expectedEpoch, Circuit next);

    /**
     * Counts a failure in a closed circuit, if its epoch is still the given one; begins a new window
     * when the present one is over.
     *
     * @return the circuit with this failure counted; empty if the epoch has passed
     */
    Optional<Circuit> countFailure(String name, long epoch, String caller,
            CircuitSettings settings, Instant now);

    /** Counts successes in a closed circuit, if its epoch and its window are still the given ones. */
    void countSuccesses(String name, long epoch, Instant windowStart, int successes);

    /** Sets what an operator has decided, in place of an earlier decision. */
    void override(String name, CircuitOverride override);

    /**
     * Takes back what an operator has decided; nothing happens where nothing is.
     *
     * @param by who takes it back
     */
    void endOverride(String name, String by, Instant now);

    /** Every circuit that was ever written. */
    List<Circuit> list();
}
