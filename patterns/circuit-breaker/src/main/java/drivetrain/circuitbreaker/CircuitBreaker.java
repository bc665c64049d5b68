package drivetrain.circuitbreaker;

import drivetrain.kernel.TransientFault;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Guards calls of one operation of a dependency, on a state that all callers share.
 *
 * <p>A call that throws a {@link TransientFault}, or takes as long as {@link
 * CircuitSettings#slowCall()}, counts as failed. A business refusal is an answer, and never counts.
 * Any other exception is a bug of ours: it counts neither way, and a probe that ends so just lets
 * its lease run out.
 *
 * <p>When the store is out of reach, or refuses, calls pass and the observer hears of it: a breaker
 * must not be what takes a system down.
 *
 * <p>On the healthy path a call costs one read of the store and no write. Safe for several threads.
 */
public final class CircuitBreaker {
    private final String name;
    private final CircuitSettings settings;
    private final CircuitStore store;
    private final Clock clock;
    private final RandomGenerator random;
    private final CircuitObserver observer;

    /**
     * A guard of one operation.
     *
     * @param random decides which successes are counted, and how long the circuit is open. Callers
     *     that draw the same numbers would all try again at the same time: where several go on from
     *     one snapshot (Lambda's SnapStart), a {@code SecureRandom}
     */
    public CircuitBreaker(String name, CircuitSettings settings, CircuitStore store, Clock clock,
            RandomGenerator random, CircuitObserver observer) {
        this.name = name;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.observer = observer;
    }

    /** The same breaker, on the same circuit, heard by another observer: by one request's. */
    public CircuitBreaker heardBy(CircuitObserver other) {
        return new CircuitBreaker(name, settings, store, clock, random, other);
    }

    /**
     * Makes a call, unless the circuit is open.
     *
     * @param caller who calls: a request's or an execution's id, so that failures of one caller
     *     alone don't open the circuit
     */
    public <T> Guarded<T> call(String caller, Supplier<T> call) {
        Circuit circuit;
        try {
            circuit = store.load(name).orElseGet(() -> Circuit.untouched(name));
        } catch (RuntimeException unreachable) {
            observer.storeUnavailable(name, unreachable);
            return new Guarded.Answered<>(call.get());
        }
        return switch (circuit.admit(caller, settings, clock.instant())) {
            case Admission.Uncounted() -> new Guarded.Answered<>(call.get());
            case Admission.Refused(var retryAfter) -> shortCircuited(retryAfter);
            case Admission.Allowed(_) -> new Guarded.Answered<>(counted(circuit, caller, call));
            case Admission.Probe(var epoch, var next) -> isWritten(epoch, next)
                    ? new Guarded.Answered<>(probed(next, call))
                    : shortCircuited(Duration.ofSeconds(1));
        };
    }

    private <T> T counted(Circuit circuit, String caller, Supplier<T> call) {
        return timed(call, () -> succeeded(circuit), () -> failed(circuit.epoch(), caller));
    }

    private <T> T probed(Circuit probing, Supplier<T> call) {
        return timed(call, () -> isWritten(probing.epoch(), probing.probeSucceeded(settings,
                clock.instant())),
                () -> isWritten(probing.epoch(), probing.probeFailed(settings, clock.instant(),
                        random.nextDouble())));
    }

    private <T> T timed(Supplier<T> call, Runnable onSuccess, Runnable onFailure) {
        var started = clock.instant();
        T answer;
        try {
            answer = call.get();
        } catch (TransientFault fault) {
            report(onFailure);
            throw fault;
        }
        var took = Duration.between(started, clock.instant());
        report(took.compareTo(settings.slowCall()) >= 0 ? onFailure : onSuccess);
        return answer;
    }

    private void succeeded(Circuit circuit) {
        if (circuit.state() instanceof CircuitState.Closed(var window)
                && !window.isOver(settings, clock.instant())
                && random.nextInt(settings.successSample()) == 0) {
            store.countSuccesses(name, circuit.epoch(), window.start(), settings.successSample());
        }
    }

    private void failed(long epoch, String caller) {
        var now = clock.instant();
        store.countFailure(name, epoch, caller, settings, now)
                .flatMap(counted -> counted.tripped(settings, now, random.nextDouble()))
                .ifPresent(opened -> isWritten(epoch, opened));
    }

    private boolean isWritten(long expectedEpoch, Circuit next) {
        try {
            boolean written = store.replace(expectedEpoch, next);
            if (written) {
                observer.changed(next);
            }
            return written;
        } catch (RuntimeException unreachable) {
            observer.storeUnavailable(name, unreachable);
            return true;
        }
    }

    private void report(Runnable result) {
        try {
            result.run();
        } catch (RuntimeException unreachable) {
            observer.storeUnavailable(name, unreachable);
        }
    }

    private <T> Guarded<T> shortCircuited(Duration retryAfter) {
        observer.refused(name, retryAfter);
        return new Guarded.ShortCircuited<>(retryAfter);
    }
}
