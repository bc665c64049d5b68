package drivetrain.circuitbreaker;

import java.time.Duration;

/** Hears what a breaker does, for metrics and log lines. It must not throw. */
public interface CircuitObserver {
    /** Hears nothing. */
    CircuitObserver NONE = new CircuitObserver() {};

    /** A call was refused. */
    default void refused(String circuit, Duration retryAfter) {}

    /** The circuit changed its state. */
    default void changed(Circuit circuit) {}

    /** The store couldn't be reached, so the call passed unguarded, or wasn't counted. */
    default void storeUnavailable(String circuit, RuntimeException cause) {}
}
