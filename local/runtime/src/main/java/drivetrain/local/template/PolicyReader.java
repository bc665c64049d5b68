package drivetrain.local.template;

import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads policies (IAM User Guide, "Grammar of the IAM JSON policy language"). What the runtime
 * can't evaluate it refuses to read: {@code NotAction} and the like, other operators, other keys.
 */
final class PolicyReader {
    /** Services whose calls reach the runtime; conditions on others are nobody's concern here. */
    private static final Set<String> SERVICES = Set.of("dynamodb", "events", "lambda", "sqs",
            "states");

    private final Problems problems;
    private final Map<String, List<PolicyStatement>> managed;

    /**
     * Reads for one template.
     *
     * @param managed
     *            the template's own managed policies, by ARN
     */
    PolicyReader(Problems problems, Map<String, List<PolicyStatement>> managed) {
        this.problems = problems;
        this.managed = managed;
    }

    /** The property {@code Policies} of a SAM resource. */
    List<PolicyStatement> policies(Fields owner) {
        return owner.take("Policies").map(node -> policies(owner, node)).orElse(List.of());
    }

    private List<PolicyStatement> policies(Fields owner, YamlNode node) {
        return switch (node) {
            case YamlList list ->
                list.items().stream().flatMap(item -> policies(owner, item).stream()).toList();
            case YamlMap document when document.get("Statement") != null ->
                document(owner.owner() + ".Policies", document);
            case YamlMap template -> {
                owner.problem(template, "uses a policy template; write its statements instead");
                yield List.of();
            }
            case YamlScalar name -> managed(owner, name);
        };
    }

    /** A policy of the template's or of AWS's own, by name or ARN. */
    List<PolicyStatement> managed(Fields owner, YamlScalar name) {
        if (managed.containsKey(name.text())) {
            return managed.get(name.text());
        }
        return ManagedPolicies.named(name.text(), name.source()).map(List::of).orElseGet(() -> {
            owner.problem(name, "has the managed policy " + name.text()
                    + ", which the local runtime doesn't know; write its statements instead");
            return List.of();
        });
    }

    /** A whole document, with its version and statements. */
    List<PolicyStatement> document(String owner, YamlNode node) {
        Fields document = new Fields(node, owner, problems);
        document.ignore("Version", "Id");
        List<PolicyStatement> statements = document.take("Statement").stream()
                .flatMap(PolicyReader::items).map(one -> statement(owner, one)).toList();
        document.done();
        return statements;
    }

    private PolicyStatement statement(String owner, YamlNode node) {
        Fields fields = new Fields(node, owner + ".Statement", problems);
        fields.ignore("Sid");
        String effect = fields.required("Effect");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            fields.problem("must have the Effect Allow or Deny");
        }
        List<String> services = fields.object("Principal").map(principal -> {
            List<String> all = texts(principal, "Service");
            principal.done();
            return all;
        }).orElse(List.of());
        List<String> actions = texts(fields, "Action");
        List<String> resources = texts(fields, "Resource");
        List<PolicyCondition> conditions = concerns(actions) ? conditions(fields) : List.of();
        fields.ignore("Condition");
        fields.done();
        return new PolicyStatement(fields.source(), effect.equals("Allow"), services, actions,
                resources, conditions, false);
    }

    private static boolean concerns(List<String> actions) {
        return actions.stream().map(action -> action.split(":", 2)[0])
                .anyMatch(service -> SERVICES.contains(service) || service.contains("*"));
    }

    private List<PolicyCondition> conditions(Fields statement) {
        List<PolicyCondition> conditions = new ArrayList<>();
        statement.object("Condition").ifPresent(all -> {
            PolicyCondition.OPERATORS.forEach(operator -> all.object(operator)
                    .ifPresent(keys -> {
                        PolicyCondition.KEYS.stream()
                                .map(key -> new PolicyCondition(operator, key,
                                        optional(keys, key)))
                                .filter(condition -> !condition.values().isEmpty())
                                .forEach(conditions::add);
                        keys.done();
                    }));
            all.done();
        });
        return conditions;
    }

    private static List<String> texts(Fields fields, String name) {
        List<String> texts = optional(fields, name);
        if (texts.isEmpty()) {
            fields.problem("has no " + name);
        }
        return texts;
    }

    private static List<String> optional(Fields fields, String name) {
        List<String> texts = new ArrayList<>();
        fields.take(name).stream().flatMap(PolicyReader::items).forEach(item -> {
            if (item instanceof YamlScalar text) {
                texts.add(text.text());
            } else {
                fields.problem(item, "must have texts as " + name);
            }
        });
        return texts;
    }

    private static Stream<YamlNode> items(YamlNode node) {
        return node instanceof YamlList list ? list.items().stream() : Stream.of(node);
    }
}
