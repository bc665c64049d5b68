package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.CircuitObserver;
import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.InMemoryCircuitStore;
import drivetrain.kernel.DependencyUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
    private final CircuitBreaker breaker = new CircuitBreaker("bank#rate",
            CircuitSettings.defaults(), new InMemoryCircuitStore(),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            new SplittableRandom(1), CircuitObserver.NONE);

    @Test
    void aHealthyProviderIsAsked() {
        assertEquals(Optional.of(1.08), new ExchangeRates(breaker, () -> 1.08).rate("request-1"));
    }

    @Test
    void aProviderThatFailsManyCallersIsNotAskedAgain() {
        var asked = new AtomicInteger();
        Supplier<Double> failing = () -> {
            asked.incrementAndGet();
            throw new DependencyUnavailable("the bank is closed");
        };
        var rates = new ExchangeRates(breaker, failing);
        for (int caller = 1; caller <= 5; caller++) {
            String request = "request-" + caller;
            assertThrows(DependencyUnavailable.class, () -> rates.rate(request));
        }

        assertEquals(Optional.empty(), rates.rate("request-6"));
        assertEquals(5, asked.get());
    }
}
