package drivetrain.outbox;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.DependencyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The events of one restatement on their way to the bus, and what went wrong with them. */
final class Statements {
    private static final int NAMED = 5;

    private final EventBus bus;
    private final List<OutgoingEvent> waiting = new ArrayList<>();
    private final List<String> poison = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int bytes;
    private int taken;

    Statements(EventBus bus) {
        this.bus = bus;
    }

    /** Adds the event of an item, and sends what is waiting when that is a call's worth. */
    void add(Item item, Supplier<OutgoingEvent> mapping) {
        OutgoingEvent event;
        try {
            event = mapping.get();
        } catch (RuntimeException cause) {
            poison.add(item.optionalText("sku").orElse("an item without a key") + ": "
                    + cause.getMessage());
            return;
        }
        if (waiting.size() == EventBus.MAX_ENTRIES
                || bytes + event.sizeBytes() > EventBus.MAX_BYTES) {
            flush();
        }
        waiting.add(event);
        bytes += event.sizeBytes();
    }

    /** Sends what is waiting. */
    void flush() {
        if (!waiting.isEmpty()) {
            var answers = bus.put(List.copyOf(waiting));
            answers.forEach(answer -> answer.ifPresentOrElse(
                    refusal -> refused.add(refusal.toString()), () -> taken++));
            waiting.clear();
            bytes = 0;
        }
    }

    /** How many the bus took. */
    int taken() {
        return taken;
    }

    void requireComplete() {
        if (!poison.isEmpty()) {
            throw new IllegalStateException(poison.size() + " items can't be restated: "
                    + first(poison));
        }
        if (!refused.isEmpty()) {
            throw new DependencyUnavailable("the bus didn't take " + refused.size()
                    + " restatements: " + first(refused));
        }
    }

    private static String first(List<String> problems) {
        return String.join("; ", problems.subList(0, Math.min(NAMED, problems.size())));
    }
}
