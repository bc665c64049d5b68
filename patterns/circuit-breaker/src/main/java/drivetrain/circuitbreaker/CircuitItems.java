package drivetrain.circuitbreaker;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Lease;
import drivetrain.circuitbreaker.CircuitState.Open;
import drivetrain.dynamodb.Item;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A circuit as an item. Times are milliseconds since 1970, since the workflow {@code guarded-call}
 * counts with them.
 */
final class CircuitItems {
    static final String NAME = "circuit";
    static final String EPOCH = "epoch";
    static final String STATE = "state";
    static final String SINCE = "since";
    static final String WINDOW_START = "windowStart";
    static final String FAILURES = "failures";
    static final String SUCCESSES = "successes";
    static final String CALLERS = "callers";
    static final String OPEN_UNTIL = "openUntil";
    static final String OPENINGS = "openings";
    static final String GOOD_PROBES = "goodProbes";
    static final String LEASE_HOLDER = "leaseHolder";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String OVERRIDE = "override";
    static final String OVERRIDE_UNTIL = "overrideUntil";
    static final String OVERRIDE_FROM = "overrideFrom";
    static final String OVERRIDE_REASON = "overrideReason";
    static final String OVERRIDE_BY = "overrideBy";
    static final String OVERRIDE_ENDED_AT = "overrideEndedAt";
    static final String OVERRIDE_ENDED_BY = "overrideEndedBy";

    static final String CLOSED = "CLOSED";
    static final String OPEN = "OPEN";
    static final String HALF_OPEN = "HALF_OPEN";

    private CircuitItems() {}

    static AttributeValue millis(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static Circuit read(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        long epoch = item.has(EPOCH) ? item.number(EPOCH) : 0;
        return new Circuit(item.text(NAME), epoch, state(item), optionalInstant(item, SINCE),
                override(item));
    }

    static OverrideEnd readOverrideEnd(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new OverrideEnd(item.text(OVERRIDE_ENDED_BY), instant(item, OVERRIDE_ENDED_AT));
    }

    private static CircuitState state(Item item) {
        return switch (item.optionalText(STATE).orElse(CLOSED)) {
            case CLOSED -> new Closed(window(item));
            case OPEN -> new Open(instant(item, OPEN_UNTIL), count(item, OPENINGS));
            case HALF_OPEN -> new HalfOpen(count(item, OPENINGS), count(item, GOOD_PROBES),
                    item.optionalText(LEASE_HOLDER)
                            .map(holder -> new Lease(holder, instant(item, LEASE_UNTIL))));
            case String unknown ->
                throw new IllegalStateException("circuit in an unknown state: " + unknown);
        };
    }

    private static Window window(Item item) {
        if (!item.has(WINDOW_START)) {
            return Window.EMPTY;
        }
        var callers = item.attributes().get(CALLERS);
        return new Window(instant(item, WINDOW_START), count(item, FAILURES),
                count(item, SUCCESSES), callers == null ? Set.of() : Set.copyOf(callers.ss()));
    }

    private static Optional<CircuitOverride> override(Item item) {
        return item.optionalText(OVERRIDE).map(kind -> new CircuitOverride(
                CircuitOverride.Kind.valueOf(kind), instant(item, OVERRIDE_FROM),
                instant(item, OVERRIDE_UNTIL), item.text(OVERRIDE_REASON),
                item.text(OVERRIDE_BY)));
    }

    private static int count(Item item, String name) {
        return item.has(name) ? Math.toIntExact(item.number(name)) : 0;
    }

    private static Optional<Instant> optionalInstant(Item item, String name) {
        return item.has(name) ? Optional.of(instant(item, name)) : Optional.empty();
    }

    private static Instant instant(Item item, String name) {
        return Instant.ofEpochMilli(item.number(name));
    }
}
