package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.expression.EvaluationContext;
import java.util.function.IntFunction;

/** Groups items (ItemBatcher). */
final class Batches {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final int maxItems;
    private final int maxBytes;
    private final JsonNode batchInput;

    Batches(MapSettings.Batcher batcher, EvaluationContext context) {
        maxItems = limit(batcher.maxItems(), Integer.MAX_VALUE, context);
        maxBytes = limit(batcher.maxBytes(), PayloadSize.LIMIT, context);
        batchInput = batcher.input() == null ? null : batcher.input().evaluate(context);
    }

    private static int limit(MapSettings.Limit limit, int otherwise, EvaluationContext context) {
        Integer value = MapLimits.value(limit, context);
        return value == null || value == 0 ? otherwise : value;
    }

    ArrayNode of(JsonNode items, IntFunction<JsonNode> select) {
        ArrayNode batches = JSON.arrayNode();
        ObjectNode batch = null;
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = select.apply(i);
            if (batch == null || !fits(batch, item)) {
                batch = JSON.objectNode();
                batch.putArray("Items");
                if (batchInput != null) {
                    batch.set("BatchInput", batchInput);
                }
                batches.add(batch);
            }
            ((ArrayNode) batch.get("Items")).add(item);
        }
        return batches;
    }

    private boolean fits(ObjectNode batch, JsonNode item) {
        ArrayNode items = (ArrayNode) batch.get("Items");
        if (items.size() >= maxItems) {
            return false;
        }
        items.add(item);
        boolean small = !PayloadSize.exceeds(batch, maxBytes);
        items.remove(items.size() - 1);
        return small;
    }
}
