package drivetrain.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies upcasters one after another, until an event has its newest shape. */
public final class Upcasters {
    private record Shape(String type, int schemaVersion) {}

    private final Map<Shape, Upcaster> byShape = new HashMap<>();

    /**
     * A chain, in any order.
     *
     * @throws IllegalArgumentException if two of them take the same shape
     */
    public Upcasters(List<Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            Shape from = new Shape(upcaster.type(), upcaster.fromSchemaVersion());
            if (byShape.putIfAbsent(from, upcaster) != null) {
                throw new IllegalArgumentException("two upcasters for " + from);
            }
        }
    }

    /** For a log whose events have only ever had one shape. */
    public static Upcasters none() {
        return new Upcasters(List.of());
    }

    StoredEvent newest(StoredEvent event) {
        StoredEvent current = event;
        Upcaster next = next(current);
        while (next != null) {
            StoredEvent reshaped = next.upcast(current);
            requireNextShape(current, reshaped);
            current = reshaped;
            next = next(current);
        }
        return current;
    }

    private Upcaster next(StoredEvent event) {
        return byShape.get(new Shape(event.type(), event.schemaVersion()));
    }

    private static void requireNextShape(StoredEvent from, StoredEvent to) {
        if (to.schemaVersion() != from.schemaVersion() + 1 || to.version() != from.version()) {
            throw new IllegalStateException("the upcaster of " + from.type() + " v"
                    + from.schemaVersion() + " answered v" + to.schemaVersion());
        }
    }
}
