package example;

import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.Guarded;
import java.util.Optional;
import java.util.function.Supplier;

/** Rates from a provider that is sometimes down. */
public final class ExchangeRates {
    private final CircuitBreaker breaker;
    private final Supplier<Double> provider;

    /**
     * Guards a provider.
     *
     * @param provider throws a {@link drivetrain.kernel.TransientFault} when it is in trouble
     */
    public ExchangeRates(CircuitBreaker breaker, Supplier<Double> provider) {
        this.breaker = breaker;
        this.provider = provider;
    }

    /** The rate; nothing while the circuit is open, and then nobody is asked. */
    public Optional<Double> rate(String requestId) {
        return switch (breaker.call(requestId, provider)) {
            case Guarded.Answered<Double>(Double rate) -> Optional.of(rate);
            case Guarded.ShortCircuited<Double>(var _) -> Optional.empty();
        };
    }
}
