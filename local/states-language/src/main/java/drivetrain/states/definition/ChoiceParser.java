package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.PathExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Parses the conditions of Choice states. */
final class ChoiceParser {

    private record Test(Predicate<EvaluationContext> predicate, Set<String> variables)
            implements
                Condition {
        @Override
        public boolean test(EvaluationContext context) {
            return predicate.test(context);
        }
    }

    private ChoiceParser() {}

    static ChoiceRule rule(Fields fields, QueryLanguage language) {
        Compiler compiler = new Compiler(fields, language);
        fields.require("Next");
        Condition condition = compiler.isJsonata()
                ? jsonata(fields, compiler)
                : condition(fields, compiler);
        Expression output = compiler.isJsonata() ? compiler.template("Output") : null;
        ChoiceRule rule = new ChoiceRule(condition, fields.text("Next"), compiler.assign(), output);
        fields.refuseOthers(language);
        return rule;
    }

    private static Condition jsonata(Fields fields, Compiler compiler) {
        fields.require("Condition");
        Expression condition = compiler.constantOrJsonata("Condition");
        if (condition == null) {
            return null;
        }
        return new Test(context -> {
            JsonNode value = condition.evaluate(context);
            if (!value.isBoolean()) {
                throw Results.unexpected(condition, "Condition", "boolean", value);
            }
            return value.booleanValue();
        }, condition.variables());
    }

    private static Condition condition(Fields fields, Compiler compiler) {
        List<Condition> parts = new ArrayList<>();
        for (String name : new String[]{"And", "Or"}) {
            if (fields.value(name) != null) {
                parts.add(combination(name, fields));
            }
        }
        JsonNode not = fields.value("Not");
        if (not != null) {
            parts.add(negation(nested(new Fields(not, fields.path("Not"), fields.problems()))));
        }
        PathExpression variable = compiler.path("Variable");
        if (variable != null) {
            parts.add(comparison(fields, compiler, variable));
        }
        if (parts.size() != 1 || parts.getFirst() == null) {
            fields.problems().error(fields.path(),
                    "A choice rule must have exactly one of [And, Or, Not, Variable]");
            return null;
        }
        return parts.getFirst();
    }

    private static Condition combination(String name, Fields fields) {
        List<Condition> conditions = new ArrayList<>();
        List<JsonNode> elements = fields.array(name);
        for (int i = 0; i < elements.size(); i++) {
            Condition part = nested(fields.element(name, i, elements.get(i)));
            if (part != null) {
                conditions.add(part);
            }
        }
        Set<String> names = new HashSet<>();
        conditions.forEach(c -> names.addAll(c.variables()));
        boolean and = name.equals("And");
        return new Test(context -> and
                ? conditions.stream().allMatch(c -> c.test(context))
                : conditions.stream().anyMatch(c -> c.test(context)), names);
    }

    private static Condition nested(Fields fields) {
        Condition condition = condition(fields, new Compiler(fields, QueryLanguage.JSONPath));
        fields.refuseOthers();
        return condition;
    }

    private static Condition negation(Condition inner) {
        return inner == null ? null : new Test(c -> !inner.test(c), inner.variables());
    }

    private static Condition comparison(Fields fields, Compiler compiler,
            PathExpression variable) {
        List<Condition> found = new ArrayList<>();
        ChoiceOperators.COMPARISONS.forEach((name, operator) -> {
            JsonNode constant = fields.value(name);
            if (constant != null) {
                found.add(test(variable, Set.of(),
                        (value, _) -> operator.test(value, constant)));
            }
            PathExpression path = compiler.path(name + "Path");
            if (path != null) {
                found.add(test(variable, path.variables(),
                        (value, context) -> operator.test(value, read(path, context))));
            }
        });
        ChoiceOperators.TYPES.forEach((name, type) -> {
            Boolean wanted = fields.bool(name);
            if (wanted != null) {
                found.add(test(variable, Set.of(),
                        (value, _) -> type.test(value) == wanted));
            }
        });
        found.addAll(special(fields, variable));
        if (found.size() != 1) {
            fields.problems().error(fields.path(),
                    "A choice rule with a Variable must have exactly one comparison operator");
            return null;
        }
        return found.getFirst();
    }

    private static List<Condition> special(Fields fields, PathExpression variable) {
        List<Condition> found = new ArrayList<>();
        Boolean present = fields.bool("IsPresent");
        if (present != null) {
            found.add(new Test(c -> (variable.find(c) != null) == present, variable.variables()));
        }
        String wildcards = fields.text("StringMatches");
        if (wildcards != null) {
            Pattern pattern = ChoiceOperators.wildcards(wildcards);
            found.add(test(variable, Set.of(), (value, _) -> value.isTextual()
                    && pattern.matcher(value.textValue()).matches()));
        }
        return found;
    }

    private interface Comparison {
        boolean test(JsonNode value, EvaluationContext context);
    }

    private static Condition test(PathExpression variable, Set<String> others,
            Comparison comparison) {
        Set<String> names = new HashSet<>(variable.variables());
        names.addAll(others);
        return new Test(c -> comparison.test(read(variable, c), c), names);
    }

    private static JsonNode read(PathExpression path, EvaluationContext context) {
        JsonNode value = path.find(context);
        if (value == null) {
            throw EvaluationFailure.runtime("Invalid path '" + path.text()
                    + "': The choice state's condition path references an invalid value.");
        }
        return value;
    }
}
