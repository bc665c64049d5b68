package drivetrain.states.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** A condition on a value. */
@FunctionalInterface
interface Filter {

    boolean test(JsonNode current, JsonNode root);
}
