package drivetrain.shipping.circuits;

import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.CircuitObserver;
import drivetrain.circuitbreaker.Guarded;
import drivetrain.shipping.application.CarrierGuard;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A guard by the circuit breaker of all callers of the carrier. */
public final class CarrierCircuit implements CarrierGuard {
    private final CircuitBreaker breaker;

    public CarrierCircuit(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public <T> Attempt<T> call(String caller, Consumer<Notice> notices, Supplier<T> call) {
        return switch (breaker.heardBy(telling(notices)).call(anonymous(caller), call)) {
            case Guarded.Answered<T>(var answer) -> new Attempt.Made<>(answer);
            case Guarded.ShortCircuited<T>(var retryAfter) -> new Attempt.Refused<>(retryAfter);
        };
    }

    /** Tells callers apart, however long and alike their names are, and keeps no names. */
    private static String anonymous(String caller) {
        return String.format("%08x", caller.hashCode());
    }

    private static CircuitObserver telling(Consumer<Notice> notices) {
        return new CircuitObserver() {
            @Override
            public void refused(String circuit, Duration retryAfter) {
                notices.accept(Notice.REFUSED);
            }

            @Override
            public void storeUnavailable(String circuit, RuntimeException cause) {
                notices.accept(Notice.UNGUARDED);
            }
        };
    }
}
