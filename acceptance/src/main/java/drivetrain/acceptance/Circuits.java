package drivetrain.acceptance;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The circuits of the dependencies, as they lie in their table. */
public final class Circuits {
    private static final String KEY = "circuit";

    private final Tables tables;

    Circuits(Tables tables) {
        this.tables = tables;
    }

    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}; a circuit that was never written is closed. */
    public String state(String circuit) {
        AttributeValue state = tables.item("Circuits", key(circuit)).get("state");
        return state == null ? "CLOSED" : state.s();
    }

    /** How often a circuit has changed its state, probes included. */
    public long epoch(String circuit) {
        AttributeValue epoch = tables.item("Circuits", key(circuit)).get("epoch");
        return epoch == null ? 0 : Long.parseLong(epoch.n());
    }

    /** Forgets all that was counted and decided. */
    public void forget() {
        tables.all("Circuits").forEach(item -> tables.remove("Circuits",
                Map.of(KEY, item.get(KEY))));
    }

    private static Map<String, AttributeValue> key(String circuit) {
        return Map.of(KEY, AttributeValue.fromS(circuit));
    }
}
