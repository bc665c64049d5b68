package drivetrain.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A bus for tests: keeps what it takes, and refuses what it is told to. Not thread-safe. */
public final class RecordingBus implements EventBus {
    private final List<OutgoingEvent> taken = new ArrayList<>();
    private final List<List<OutgoingEvent>> calls = new ArrayList<>();
    private Function<OutgoingEvent, Optional<Refusal>> refusal = _ -> Optional.empty();

    @Override
    public List<Optional<Refusal>> put(List<OutgoingEvent> events) {
        calls.add(List.copyOf(events));
        return events.stream().map(this::take).toList();
    }

    private Optional<Refusal> take(OutgoingEvent event) {
        var refused = refusal.apply(event);
        if (refused.isEmpty()) {
            taken.add(event);
        }
        return refused;
    }

    /** From now on, refuses the events for which this gives a reason; it may throw, too. */
    public void refuse(Function<OutgoingEvent, Optional<Refusal>> reason) {
        this.refusal = reason;
    }

    /** What was taken, in order. */
    public List<OutgoingEvent> taken() {
        return List.copyOf(taken);
    }

    /** What was sent, call by call, taken or not. */
    public List<List<OutgoingEvent>> calls() {
        return List.copyOf(calls);
    }
}
