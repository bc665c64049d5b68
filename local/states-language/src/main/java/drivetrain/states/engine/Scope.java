package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.expression.Variables;

/**
 * Where a branch runs.
 *
 * @param identity the execution that its context object tells of
 * @param history where its events go
 * @param variables what it can see
 * @param item the {@code Map} part of the context object, or null outside of maps
 */
record Scope(Identity identity, History history, Variables variables, JsonNode item) {

    ObjectNode context(int redriveCount) {
        ObjectNode context = identity.context(redriveCount);
        if (item != null) {
            context.set("Map", item);
        }
        return context;
    }
}
