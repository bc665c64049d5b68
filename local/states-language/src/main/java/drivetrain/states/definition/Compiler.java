package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.expression.Constant;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.InvalidExpression;
import drivetrain.states.expression.PathExpression;
import drivetrain.states.expression.Templates;
import drivetrain.states.expression.intrinsic.IntrinsicCall;
import drivetrain.states.expression.jsonata.JsonataExpression;

/** Compiles the expressions of one object of a definition, and reports those that are wrong. */
final class Compiler {

    private final Fields fields;
    private final QueryLanguage language;

    Compiler(Fields fields, QueryLanguage language) {
        this.fields = fields;
        this.language = language;
    }

    /** Compiles another object in the same dialect. */
    Compiler of(Fields others) {
        return new Compiler(others, language);
    }

    boolean isJsonata() {
        return language == QueryLanguage.JSONata;
    }

    @FunctionalInterface
    private interface Compilation<T> {
        T apply(JsonNode value) throws InvalidExpression;
    }

    private <T> T compile(String name, Compilation<T> compilation) {
        JsonNode value = fields.get(name);
        if (value == null) {
            return null;
        }
        try {
            return compilation.apply(value);
        } catch (InvalidExpression e) {
            fields.error(name, e.getMessage());
            return null;
        }
    }

    /** A payload template or a JSONata template, or null. */
    Expression template(String name) {
        return compile(name, value -> isJsonata()
                ? Templates.jsonata(value, name)
                : Templates.payload(value));
    }

    /** {@code Assign}, or null. */
    Expression assign() {
        JsonNode value = fields.value("Assign");
        if (value != null && !value.isObject()) {
            fields.error("Assign", "Expected value of type Object");
            return null;
        }
        return template("Assign");
    }

    /** An InputPath or OutputPath: JSON null stands for an empty object. */
    Expression selection(String name) {
        return compile(name, value -> {
            if (value.isNull()) {
                return new Constant(JsonNodeFactory.instance.objectNode());
            }
            return value.isTextual() && value.textValue().equals("$")
                    ? null
                    : PathExpression.compile(value.asText());
        });
    }

    Placement placement(String name) {
        JsonNode value = fields.get(name);
        if (value != null && value.isNull()) {
            return Placement.DISCARD;
        }
        Placement placement = compile(name, v -> Placement.at(v.asText()));
        return placement == null ? Placement.REPLACE : placement;
    }

    /** A path, or null. */
    PathExpression path(String name) {
        return compile(name, value -> PathExpression.compile(value.asText()));
    }

    /** A path or an intrinsic function whose failure names the field. */
    Expression pathOrIntrinsic(String name) {
        return compile(name, value -> value.asText().startsWith("States.")
                ? IntrinsicCall.compile(value.asText(), name)
                : Templates.value(value, name));
    }

    /** A constant or, in JSONata, an expression. */
    Expression constantOrJsonata(String name) {
        return compile(name, value -> {
            if (isJsonata() && value.isTextual()
                    && JsonataExpression.isExpression(value.textValue())) {
                return JsonataExpression.compile(value.textValue(), name);
            }
            return new Constant(value);
        });
    }

    /** A whole number: given, computed by JSONata, or read from {@code namePath}. */
    Expression number(String name, long least, long most) {
        JsonNode value = fields.value(name);
        boolean computed = isJsonata() && value != null && value.isTextual();
        if (value != null && !computed) {
            fields.integer(name, least, most);
        }
        Expression given = value == null ? null : constantOrJsonata(name);
        if (isJsonata()) {
            return given;
        }
        PathExpression path = path(name + "Path");
        if (given != null && path != null) {
            fields.error(name, "You cannot specify both " + name + " and " + name + "Path");
        }
        return path == null ? given : path;
    }

    MapSettings.Limit limit(String name, long least, long most) {
        Expression value = number(name, least, most);
        if (value == null) {
            return null;
        }
        return value instanceof PathExpression path
                ? new MapSettings.Limit(name, path.text(), path)
                : new MapSettings.Limit(name, null, value);
    }
}
