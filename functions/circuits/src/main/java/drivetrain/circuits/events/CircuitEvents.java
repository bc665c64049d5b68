package drivetrain.circuits.events;

import drivetrain.circuitbreaker.Circuit;
import drivetrain.circuitbreaker.CircuitOverride;
import drivetrain.circuitbreaker.CircuitState.Closed;
import drivetrain.circuitbreaker.CircuitState.HalfOpen;
import drivetrain.circuitbreaker.CircuitState.Open;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.circuitbreaker.OverrideEnd;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.StreamRecord;
import drivetrain.outbox.OutgoingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which events a change of a circuit's item means: one for each change of its state, one for each
 * decision of an operator and each that is taken back. A failure that is counted, or the next probe
 * of several, means none. An override that expires leaves no trace: its event said until when it
 * holds.
 */
final class CircuitEvents {
    private static final String SOURCE = "drivetrain.circuits";

    private CircuitEvents() {}

    /** The events of a change; the same, with the same ids, each time. */
    static List<OutgoingEvent> of(StreamRecord change) {
        return switch (change.change()) {
            case REMOVE -> List.of();
            case INSERT, MODIFY -> {
                var after = DynamoDbCircuitStore.read(change.newImage());
                var before = change.oldImage().isEmpty()
                        ? Circuit.untouched(after.name())
                        : DynamoDbCircuitStore.read(change.oldImage());
                var events = new ArrayList<OutgoingEvent>();
                transition(before, after).ifPresent(events::add);
                decision(before, after).ifPresent(events::add);
                if (before.override().isPresent() && after.override().isEmpty()) {
                    events.add(ended(after,
                            DynamoDbCircuitStore.readOverrideEnd(change.newImage())));
                }
                yield List.copyOf(events);
            }
        };
    }

    private static Optional<OutgoingEvent> transition(Circuit before, Circuit after) {
        if (before.state().getClass() == after.state().getClass()) {
            return Optional.empty();
        }
        var at = after.since().orElseThrow(() -> new IllegalStateException(
                after.name() + " changed its state, and doesn't say since when"));
        return Optional.of(switch (after.state()) {
            case Closed _ -> event(after, "CircuitClosed", "", at,
                    EventData.json(new EventData.Closed(after.name(), "CLOSED", after.epoch())));
            case Open(var until, var openings) -> event(after, "CircuitOpened", "", at, EventData
                    .json(new EventData.Opened(after.name(), "OPEN", after.epoch(), until,
                            openings)));
            case HalfOpen(var openings, _, _) -> event(after, "CircuitHalfOpened", "", at,
                    EventData.json(new EventData.HalfOpened(after.name(), "HALF_OPEN",
                            after.epoch(), openings)));
        });
    }

    private static Optional<OutgoingEvent> decision(Circuit before, Circuit after) {
        return after.override().filter(decided -> !after.override().equals(before.override()))
                .map(decided -> event(after, "CircuitOverridden", id(decided.from()),
                        decided.from(), EventData.json(data(after, decided))));
    }

    private static EventData.Overridden data(Circuit circuit, CircuitOverride decided) {
        return new EventData.Overridden(circuit.name(), state(circuit), circuit.epoch(),
                decided.kind().name(), decided.reason(), decided.by(), decided.until());
    }

    private static OutgoingEvent ended(Circuit circuit, OverrideEnd end) {
        return event(circuit, "CircuitOverrideEnded", id(end.at()), end.at(),
                EventData.json(new EventData.OverrideEnded(circuit.name(), state(circuit),
                        circuit.epoch(), end.by())));
    }

    private static String state(Circuit circuit) {
        return switch (circuit.state()) {
            case Closed _ -> "CLOSED";
            case Open _ -> "OPEN";
            case HalfOpen _ -> "HALF_OPEN";
        };
    }

    /** Several decisions may fall into one epoch. */
    private static String id(Instant at) {
        return ":" + at.toEpochMilli();
    }

    private static OutgoingEvent event(Circuit circuit, String type, String id, Instant at,
            String data) {
        var epoch = "circuits:" + circuit.name() + ":" + circuit.epoch();
        return OutgoingEvent.of(SOURCE, type,
                new EventMetadata(epoch + ":" + type + id, 1, at, epoch, circuit.epoch()), data);
    }
}
