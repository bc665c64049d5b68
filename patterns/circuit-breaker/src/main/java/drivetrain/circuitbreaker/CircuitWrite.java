package drivetrain.circuitbreaker;

import static drivetrain.circuitbreaker.CircuitItems.millis;
import static drivetrain.circuitbreaker.CircuitItems.number;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One conditional write of a circuit's item. The workflow {@code guarded-call} makes the same ones.
 *
 * @param names of the attributes whose names are reserved words
 */
record CircuitWrite(String update, String condition, Map<String, String> names,
        Map<String, AttributeValue> values) {
    private static final Map<String, String> STATE = Map.of("#state", CircuitItems.STATE);
    private static final Map<String, String> STATE_AND_OVERRIDE = Map.of("#state",
            CircuitItems.STATE, "#override", CircuitItems.OVERRIDE);
    private static final Map<String, String> OVERRIDE = Map.of("#override", CircuitItems.OVERRIDE);
    private static final String OPEN_UNTIL = CircuitItems.OPEN_UNTIL;
    private static final List<String> OF_A_STATE = List.of("windowStart", "failures", "successes",
            "callers", OPEN_UNTIL, "openings", "goodProbes", "leaseHolder", "leaseUntil");

    /**
     * Another state, if the epoch is still the expected one. What the old one consisted of goes, but
     * a circuit that is probed still tells how long it was open.
     */
    static CircuitWrite replacing(long expectedEpoch, Circuit next) {
        var values = attributes(next.state());
        var set = new ArrayList<>(List.of("#state = :state", "epoch = :next"));
        values.keySet().forEach(name -> set.add(name.substring(1) + " = " + name));
        next.since().ifPresent(since -> {
            set.add("since = :since");
            values.put(":since", millis(since));
        });
        var gone = OF_A_STATE.stream().filter(name -> !values.containsKey(":" + name)
                && !(name.equals(OPEN_UNTIL) && next.state() instanceof HalfOpen)).toList();
        values.put(":state", fromS(name(next.state())));
        values.put(":next", number(next.epoch()));
        values.put(":expected", number(expectedEpoch));
        return new CircuitWrite("SET " + String.join(", ", set) + " REMOVE "
                + String.join(", ", gone), epochIs(expectedEpoch), STATE, values);
    }

    /** One failure more, if the window isn't over. */
    static CircuitWrite failureInWindow(long epoch, String caller, CircuitSettings settings,
            Instant now) {
        return new CircuitWrite("ADD failures :one, callers :caller",
                "epoch = :expected AND #state = :closed AND windowStart > :oldest", STATE,
                failure(epoch, caller, settings, now));
    }

    /** The first failure of a new window, if there is none, or it is over. */
    static CircuitWrite failureInNewWindow(long epoch, String caller, CircuitSettings settings,
            Instant now) {
        var values = failure(epoch, caller, settings, now);
        values.put(":now", millis(now));
        values.put(":zero", number(0));
        return new CircuitWrite("SET epoch = :expected, #state = :closed, windowStart = :now,"
                + " failures = :one, successes = :zero, callers = :caller",
                epochIs(epoch) + " AND (attribute_not_exists(#state) OR #state = :closed)"
                        + " AND (attribute_not_exists(windowStart) OR windowStart <= :oldest)",
                STATE, values);
    }

    /** Some successes more, if the window is still the one that the caller saw. */
    static CircuitWrite successes(long epoch, Instant windowStart, int successes) {
        return new CircuitWrite("ADD successes :successes",
                "epoch = :expected AND #state = :closed AND windowStart = :window", STATE,
                Map.of(":expected", number(epoch), ":window", millis(windowStart), ":successes",
                        number(successes), ":closed", fromS(CircuitItems.CLOSED)));
    }

    /** What an operator has decided. A circuit that was never written becomes a closed one. */
    static CircuitWrite overriding(CircuitOverride override) {
        return new CircuitWrite("SET #override = :kind, overrideFrom = :from,"
                + " overrideUntil = :until, overrideReason = :reason, overrideBy = :by,"
                + " epoch = if_not_exists(epoch, :zero), #state = if_not_exists(#state, :closed)"
                + " REMOVE overrideEndedAt, overrideEndedBy", null, STATE_AND_OVERRIDE,
                Map.of(":kind", fromS(override.kind().name()), ":from", millis(override.from()),
                        ":until", millis(override.until()), ":reason", fromS(override.reason()),
                        ":by", fromS(override.by()), ":zero", number(0), ":closed",
                        fromS(CircuitItems.CLOSED)));
    }

    /** What an operator has decided is taken back, if there is anything. */
    static CircuitWrite endingOverride(String by, Instant now) {
        return new CircuitWrite("SET overrideEndedAt = :now, overrideEndedBy = :by"
                + " REMOVE #override, overrideFrom, overrideUntil, overrideReason, overrideBy",
                "attribute_exists(#override)", OVERRIDE,
                Map.of(":now", millis(now), ":by", fromS(by)));
    }

    private static Map<String, AttributeValue> failure(long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var values = new TreeMap<String, AttributeValue>();
        values.put(":expected", number(epoch));
        values.put(":closed", fromS(CircuitItems.CLOSED));
        values.put(":oldest", millis(now.minus(settings.window())));
        values.put(":one", number(1));
        values.put(":caller", fromSs(List.of(caller)));
        return values;
    }

    /** What a state consists of, by the attributes' names with a colon. */
    private static Map<String, AttributeValue> attributes(CircuitState state) {
        var values = new TreeMap<String, AttributeValue>();
        switch (state) {
            case Closed _ -> {
                // A circuit closes with an empty window.
            }
            case Open(var until, var openings) -> {
                values.put(":openUntil", millis(until));
                values.put(":openings", number(openings));
            }
            case HalfOpen(var openings, var goodProbes, var lease) -> {
                values.put(":openings", number(openings));
                values.put(":goodProbes", number(goodProbes));
                lease.ifPresent(held -> {
                    values.put(":leaseHolder", fromS(held.holder()));
                    values.put(":leaseUntil", millis(held.until()));
                });
            }
        }
        return values;
    }

    private static String name(CircuitState state) {
        return switch (state) {
            case Closed _ -> CircuitItems.CLOSED;
            case Open _ -> CircuitItems.OPEN;
            case HalfOpen _ -> CircuitItems.HALF_OPEN;
        };
    }

    private static String epochIs(long expected) {
        return expected == 0
                ? "(attribute_not_exists(epoch) OR epoch = :expected)"
                : "epoch = :expected";
    }
}
