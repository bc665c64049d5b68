package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.definition.State;
import drivetrain.states.definition.StateData;
import drivetrain.states.expression.EvaluationContext;

/** Collects what each field of a state makes of the data (InspectionData of TestState). */
final class Inspection {

    private final State state;
    private final StateData fields;
    private final EvaluationContext raw;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    Inspection(State state, EvaluationContext raw, JsonNode variables) {
        this.state = state;
        this.raw = raw;
        fields = state.data();
        data.set("input", raw.input());
        if (variables != null && !variables.isEmpty()) {
            data.set("variables", variables);
        }
    }

    ObjectNode data() {
        return data;
    }

    ObjectNode error() {
        return data.putObject("errorDetails");
    }

    /** Up to the call. */
    void before() {
        DataFlow flow = new DataFlow(state);
        if (!fields.isJsonata() && !(state instanceof State.Fail)) {
            data.set("afterInputPath", flow.input(raw));
        }
        if (state instanceof State.Map map) {
            beforeIterations(map);
        } else if (fields.isJsonata()) {
            if (state instanceof State.Task) {
                data.set("afterArguments", flow.arguments(raw));
            }
        } else if (takesParameters()) {
            data.set("afterParameters", flow.arguments(raw));
        }
    }

    private boolean takesParameters() {
        return state instanceof State.Task || state instanceof State.Pass
                || state instanceof State.Parallel;
    }

    private void beforeIterations(State.Map map) {
        MapItems items = new MapItems(map, raw, null);
        if (!fields.isJsonata()) {
            data.set("afterItemsPath", items.all());
        }
        if (map.settings().itemSelector() != null) {
            data.set("afterItemSelector", inputs(items));
        }
        if (map.settings().batcher() != null) {
            items.batch();
            data.set("afterItemBatcher", inputs(items));
        }
        limit("maxConcurrency", map.settings().maxConcurrency(), items.context());
        if (!data.has("maxConcurrency")) {
            data.put("maxConcurrency", 0);
        }
        limit("toleratedFailureCount", map.settings().toleratedFailureCount(), items.context());
        limit("toleratedFailurePercentage", map.settings().toleratedFailurePercentage(),
                items.context());
    }

    private static ArrayNode inputs(MapItems items) {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode(items.size());
        for (int i = 0; i < items.size(); i++) {
            inputs.add(items.input(i));
        }
        return inputs;
    }

    private void limit(String name, MapSettings.Limit limit, EvaluationContext context) {
        Integer value = MapLimits.value(limit, context);
        if (value != null) {
            data.put(name, value);
        }
    }

    /** From the result on. */
    void after(JsonNode result) {
        if (fields.isJsonata() || !hasResult()) {
            return;
        }
        if (state instanceof State.Task
                || (state instanceof State.Pass pass && pass.result() != null)) {
            data.set("result", result);
        }
        JsonNode selected = fields.resultSelector() == null
                ? result
                : fields.resultSelector().evaluate(raw.withInput(result));
        data.set("afterResultSelector", selected);
        data.set("afterResultPath", fields.resultPath().place(raw.input(), selected));
    }

    private boolean hasResult() {
        return takesParameters() || state instanceof State.Map;
    }
}
