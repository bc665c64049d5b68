package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The evaluated arguments of a call, each with the type that the function wants. */
record Arguments(List<JsonNode> values) {

    int count() {
        return values.size();
    }

    JsonNode any(int index) {
        if (index >= values.size()) {
            throw new IllegalArgumentException("argument " + (index + 1) + " is missing");
        }
        return values.get(index);
    }

    JsonNode array(int index) {
        return typed(index, any(index).isArray(), "an array");
    }

    JsonNode object(int index) {
        return typed(index, any(index).isObject(), "an object");
    }

    String text(int index) {
        return typed(index, any(index).isTextual(), "a string").textValue();
    }

    boolean bool(int index) {
        return typed(index, any(index).isBoolean(), "a boolean").booleanValue();
    }

    /** A number, rounded half up as Step Functions does. */
    long integer(int index) {
        JsonNode value = typed(index, any(index).isNumber(), "a number");
        return value.isIntegralNumber() ? value.longValue() : Math.round(value.doubleValue());
    }

    private JsonNode typed(int index, boolean matches, String type) {
        if (!matches) {
            throw new IllegalArgumentException("argument " + (index + 1) + " must be " + type
                    + ", but was " + any(index));
        }
        return any(index);
    }
}
