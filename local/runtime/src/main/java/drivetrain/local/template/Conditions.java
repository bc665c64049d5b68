package drivetrain.local.template;

import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The template's named conditions, each worked out when it is first asked for. */
final class Conditions {
    private final Map<String, YamlNode> declared;
    private final UnaryOperator<YamlNode> resolve;
    private final Problems problems;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    Conditions(YamlMap template, UnaryOperator<YamlNode> resolve, Problems problems) {
        this.declared = template.get("Conditions") instanceof YamlMap map
                ? map.entries()
                : Map.of();
        this.resolve = resolve;
        this.problems = problems;
    }

    /** Whether a condition holds; {@code user} is who asks, for messages. */
    boolean holds(String name, YamlNode user) {
        Boolean before = known.get(name);
        if (before != null) {
            return before;
        }
        YamlNode declaration = declared.get(name);
        if (declaration == null || !inProgress.add(name)) {
            problems.add(user, declaration == null
                    ? "there is no condition " + name
                    : "the condition " + name + " depends on itself");
            return false;
        }
        boolean holds = evaluate(declaration);
        inProgress.remove(name);
        known.put(name, holds);
        return holds;
    }

    void checkAll() {
        declared.forEach((name, declaration) -> holds(name, declaration));
    }

    private boolean evaluate(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            Map.Entry<String, YamlNode> only = map.entries().entrySet().iterator().next();
            return function(only.getKey(), only.getValue());
        }
        problems.add(node, "isn't a condition");
        return false;
    }

    private boolean function(String name, YamlNode argument) {
        List<YamlNode> arguments = argument instanceof YamlList list
                ? list.items()
                : List.of(argument);
        return switch (name) {
            case "Condition" -> argument instanceof YamlScalar scalar
                    && holds(scalar.text(), argument);
            case "Fn::Not" -> !evaluate(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::evaluate);
            case "Fn::Or" -> arguments.stream().anyMatch(this::evaluate);
            case "Fn::Equals" -> equal(argument, arguments);
            default -> {
                problems.add(argument, name + " isn't supported in a condition");
                yield false;
            }
        };
    }

    private boolean equal(YamlNode node, List<YamlNode> arguments) {
        if (arguments.size() != 2) {
            problems.add(node, "Fn::Equals takes two values");
            return false;
        }
        YamlNode left = resolve.apply(arguments.get(0));
        YamlNode right = resolve.apply(arguments.get(1));
        if (left instanceof YamlScalar a && right instanceof YamlScalar b) {
            return a.text().equals(b.text());
        }
        return left.toJson().equals(right.toJson());
    }
}
