package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.definition.Results;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.PathExpression;

/** The items of a Map state, and what each iteration gets of them. */
final class MapItems {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final State.Map map;
    private final EvaluationContext context;
    private final JsonNode items;
    private ArrayNode batches;

    MapItems(State.Map map, EvaluationContext raw, ArrayNode read) {
        this.map = map;
        JsonNode input = new DataFlow(map).input(raw);
        context = raw.withInput(input);
        items = read == null ? items(input) : read;
    }

    private JsonNode items(JsonNode input) {
        MapSettings settings = map.settings();
        JsonNode found = settings.items() == null ? input : settings.items().evaluate(context);
        if (found.isArray()) {
            return found;
        }
        if (!map.data().isJsonata()) {
            String path = settings.items() instanceof PathExpression p ? p.pathText() : "$";
            throw EvaluationFailure.runtime("Reference path \"" + path
                    + "\" must point to array.");
        }
        throw settings.items() == null
                ? EvaluationFailure.query("Items", "Map state input must be an array but was: "
                        + found)
                : Results.unexpected(settings.items(), "Items", "array", found);
    }

    /** The number that MapStateStarted tells: what is read or grouped isn't known by then. */
    int knownSize() {
        MapSettings settings = map.settings();
        return settings.reader() != null || settings.batcher() != null ? 0 : items.size();
    }

    /** What the settings of the state see. */
    EvaluationContext context() {
        return context;
    }

    /** The items as they were found. */
    JsonNode all() {
        return items;
    }

    /** Groups the items, if the state wants that. */
    void batch() {
        MapSettings.Batcher batcher = map.settings().batcher();
        if (batcher != null) {
            batches = new Batches(batcher, context).of(items, this::selected);
        }
    }

    /** The number of items, or of batches once they are grouped. */
    int size() {
        return batches == null ? items.size() : batches.size();
    }

    /** What the context object tells of an iteration. */
    ObjectNode item(int index) {
        ObjectNode map = JSON.objectNode();
        ObjectNode item = map.putObject("Item");
        item.put("Index", index);
        item.set("Value", batches == null ? items.get(index) : batches.get(index));
        return map;
    }

    JsonNode input(int index) {
        return batches == null ? selected(index) : batches.get(index);
    }

    private JsonNode selected(int index) {
        if (map.settings().itemSelector() == null) {
            return items.get(index);
        }
        ObjectNode item = JSON.objectNode();
        item.putObject("Item").put("Index", index).set("Value", items.get(index));
        return map.settings().itemSelector().evaluate(context.withContextMember("Map", item));
    }
}
