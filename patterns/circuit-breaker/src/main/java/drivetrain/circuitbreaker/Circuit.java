package drivetrain.circuitbreaker;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Lease;
import drivetrain.circuitbreaker.CircuitState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One circuit: the state machine of the breaker, immutable and pure.
 *
 * <p>The epoch grows by one with each change of state and each probe that begins or ends. Whoever
 * changes the circuit does so only if the epoch is still the one that it saw, and so a late answer
 * from an older epoch changes nothing. Counts within a closed circuit leave the epoch as it is.
 *
 * @param name the dependency and its operation: {@code carrier#book}
 * @param epoch 0 for a circuit that has never changed its state
 * @param since when it came into its state; empty while the epoch is 0
 */
public record Circuit(String name, long epoch, CircuitState state, Optional<Instant> since,
        Optional<CircuitOverride> override) {

    /** A circuit that nobody has seen failing. */
    public static Circuit untouched(String name) {
        return new Circuit(name, 0, new Closed(Window.EMPTY), Optional.empty(),
                Optional.empty());
    }

    /** Whether a caller may call now. */
    public Admission admit(String caller, CircuitSettings settings, Instant now) {
        var decided = override.filter(present -> present.holds(now));
        if (decided.isPresent()) {
            return switch (decided.get().kind()) {
                case DISABLED -> new Admission.Uncounted();
                case FORCED_OPEN -> refused(decided.get().until(), now);
            };
        }
        return switch (state) {
            case Closed _ -> new Admission.Allowed(epoch);
            case Open(var until, _) when now.isBefore(until) -> refused(until, now);
            case Open(_, var openings) -> probe(caller, openings, 0, settings, now);
            case HalfOpen(_, _, var lease) when isHeld(lease, now) ->
                refused(lease.orElseThrow().until(), now);
            case HalfOpen(var openings, var good, _) ->
                probe(caller, openings, good, settings, now);
        };
    }

    /** Failures counted in the present window; none once that is over, or the circuit isn't closed. */
    public int failures(CircuitSettings settings, Instant now) {
        return state instanceof Closed(var window) && !window.isOver(settings, now)
                ? window.failures()
                : 0;
    }

    /** This circuit after a failure that was counted, if it opens by that. */
    Optional<Circuit> tripped(CircuitSettings settings, Instant now, double jitter) {
        return state instanceof Closed(var window) && window.trips(settings)
                ? Optional.of(opened(1, settings, now, jitter))
                : Optional.empty();
    }

    /** This circuit after its probe has succeeded. */
    Circuit probeSucceeded(CircuitSettings settings, Instant now) {
        return switch (state) {
            case HalfOpen(var openings, var good, _) -> good + 1 >= settings.probesToClose()
                    ? next(new Closed(Window.EMPTY), now)
                    : next(new HalfOpen(openings, good + 1, Optional.empty()), now);
            case Closed _,Open _ -> throw new IllegalStateException(name + ": no probe under way");
        };
    }

    /** This circuit after its probe has failed: open again, for longer. */
    Circuit probeFailed(CircuitSettings settings, Instant now, double jitter) {
        return switch (state) {
            case HalfOpen(var openings, _, _) -> opened(openings + 1, settings, now, jitter);
            case Closed _,Open _ -> throw new IllegalStateException(name + ": no probe under way");
        };
    }

    private Circuit opened(int openings, CircuitSettings settings, Instant now, double jitter) {
        long most = settings.openTime(openings).toMillis();
        var wait = Duration.ofMillis(Math.max(1, Math.round(most * (0.5 + jitter / 2))));
        return next(new Open(now.plus(wait), openings), now);
    }

    private Admission probe(String caller, int openings, int goodProbes, CircuitSettings settings,
            Instant now) {
        var lease = new Lease(caller, now.plus(settings.probeLease()));
        return new Admission.Probe(epoch,
                next(new HalfOpen(openings, goodProbes, Optional.of(lease)), now));
    }

    private Circuit next(CircuitState changed, Instant now) {
        boolean stays = changed.getClass() == state.getClass();
        return new Circuit(name, epoch + 1, changed, stays ? since : Optional.of(now), override);
    }

    private static boolean isHeld(Optional<Lease> lease, Instant now) {
        return lease.isPresent() && now.isBefore(lease.get().until());
    }

    private static Admission refused(Instant until, Instant now) {
        return new Admission.Refused(Duration.between(now, until));
    }
}
