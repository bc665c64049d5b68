package drivetrain.states.expression;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.intrinsic.IntrinsicCall;
import drivetrain.states.expression.jsonata.JsonataExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles values of a definition that hold expressions. */
public final class Templates {

    private Templates() {}

    /**
     * Compiles a JSONata field: every text between <code>{%</code> and <code>%}</code> is an
     * expression.
     *
     * @param node the value of the field
     * @param field its name, for messages
     * @return a constant if there is no expression in it
     * @throws InvalidExpression if one can't be parsed
     */
    public static Expression jsonata(JsonNode node, String field) throws InvalidExpression {
        if (node.isTextual() && JsonataExpression.isExpression(node.textValue())) {
            return JsonataExpression.compile(node.textValue(), field);
        }
        if (node.isObject()) {
            Map<String, Expression> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                fields.put(e.getKey(), jsonata(e.getValue(), field + "/" + e.getKey()));
            }
            return simplified(new ObjectTemplate(fields), fields.values(), node);
        }
        if (node.isArray()) {
            List<Expression> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                elements.add(jsonata(node.get(i), field + "[" + i + "]"));
            }
            return simplified(new ArrayTemplate(elements), elements, node);
        }
        return new Constant(node);
    }

    /**
     * Compiles a payload template of the JSONPath dialect: members whose names end in {@code .$}
     * are paths or intrinsic functions.
     *
     * @param node the value of the field
     * @return a constant if there is no expression in it
     * @throws InvalidExpression if one can't be parsed
     */
    public static Expression payload(JsonNode node) throws InvalidExpression {
        if (node.isObject()) {
            Map<String, Expression> fields = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                String name = e.getKey();
                if (name.endsWith(".$")) {
                    fields.put(name.substring(0, name.length() - 2), value(e.getValue(), name));
                } else {
                    fields.put(name, payload(e.getValue()));
                }
            }
            return simplified(new ObjectTemplate(fields), fields.values(), node);
        }
        if (node.isArray()) {
            List<Expression> elements = new ArrayList<>();
            for (JsonNode element : node) {
                elements.add(payload(element));
            }
            return simplified(new ArrayTemplate(elements), elements, node);
        }
        return new Constant(node);
    }

    /**
     * Compiles a path or an intrinsic function of a field.
     *
     * @param node a text
     * @param field its name, for messages
     * @return the expression
     * @throws InvalidExpression if it is neither
     */
    public static Expression value(JsonNode node, String field) throws InvalidExpression {
        if (!node.isTextual()) {
            throw new InvalidExpression("The value for the field '" + field
                    + "' must be a valid JSONPath or a valid intrinsic function call");
        }
        if (node.textValue().startsWith("States.")) {
            return IntrinsicCall.compile(node.textValue(), field);
        }
        try {
            return new TemplatePath(field, PathExpression.compile(node.textValue()));
        } catch (InvalidExpression e) {
            throw new InvalidExpression("The value for the field '" + field
                    + "' must be a valid JSONPath or a valid intrinsic function call: "
                    + e.getMessage());
        }
    }

    private static Expression simplified(Expression template, Iterable<Expression> parts,
            JsonNode node) {
        for (Expression part : parts) {
            if (!(part instanceof Constant)) {
                return template;
            }
        }
        return new Constant(node);
    }
}
