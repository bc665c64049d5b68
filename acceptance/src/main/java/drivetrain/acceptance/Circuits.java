package drivetrain.acceptance;

import java.util.Map;
import java.util.TreeMap;
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

    /** A number of a circuit's item; zero if it isn't there. */
    public long number(String circuit, String attribute) {
        AttributeValue number = tables.item("Circuits", key(circuit)).get(attribute);
        return number == null ? 0 : Long.parseLong(number.n());
    }

    /** Brings a circuit into a state, as if it had opened once and been probed never. */
    public void put(String circuit, String state, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new TreeMap<>(more);
        item.put(KEY, AttributeValue.fromS(circuit));
        item.put("state", AttributeValue.fromS(state));
        item.put("epoch", AttributeValue.fromN("1"));
        item.put("since", AttributeValue.fromN("1"));
        item.put("openings", AttributeValue.fromN("1"));
        tables.put("Circuits", item);
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
