package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The roles of what acts, as they are found: those that SAM makes, one for each function, workflow
 * and schedule, and those of the template's own.
 */
final class Roles {
    private final Problems problems;
    private final TemplateOptions options;
    private final Map<String, Draft> made = new LinkedHashMap<>();
    private final Map<String, Use> used = new LinkedHashMap<>();
    private final Map<String, Fields> declared = new HashMap<>();

    private record Draft(SourceLine source, String holder, List<PolicyStatement> statements) {}

    private record Use(SourceLine source, String holder, String roleArn) {}

    Roles(Problems problems, TemplateOptions options) {
        this.problems = problems;
        this.options = options;
    }

    /** SAM makes a role for what acts. */
    void make(String actor, SourceLine source, String holder) {
        made.put(actor, new Draft(source, holder, new ArrayList<>()));
    }

    /** Adds to the role that SAM made; without effect on a role of the template's own. */
    void grant(String actor, Stream<PolicyStatement> statements) {
        Draft draft = made.get(actor);
        if (draft != null) {
            statements.forEach(draft.statements()::add);
        }
    }

    /** What acts uses a role of the template's own. */
    void use(String actor, SourceLine source, String holder, String roleArn) {
        used.put(actor, new Use(source, holder, roleArn));
    }

    /** {@code AWS::IAM::Role}; its policies are read only if something uses it. */
    void declare(String arn, Resource resource, Fields fields) {
        declared.put(arn, fields);
        fields.ignore("RoleName", "AssumeRolePolicyDocument", "Description",
                "MaxSessionDuration", "Path", "PermissionsBoundary", "Tags");
    }

    Map<String, RoleResource> all(PolicyReader reader) {
        Map<String, RoleResource> all = new HashMap<>();
        made.forEach((actor, draft) -> {
            String name = options.stackName() + "-" + draft.holder() + "Role";
            all.put(actor, new RoleResource(draft.source(), draft.holder(), name,
                    "arn:aws:iam::" + options.accountId() + ":role/" + name,
                    impliedFirst(draft.statements())));
        });
        Map<String, List<PolicyStatement>> read = new HashMap<>();
        used.forEach((actor, use) -> all.put(actor,
                new RoleResource(use.source(), use.holder(),
                        use.roleArn().substring(use.roleArn().lastIndexOf('/') + 1),
                        use.roleArn(),
                        read.computeIfAbsent(use.roleArn(),
                                arn -> statements(use, reader)))));
        return all;
    }

    private List<PolicyStatement> statements(Use use, PolicyReader reader) {
        Fields role = declared.get(use.roleArn());
        if (role == null) {
            problems.add(use.source(), use.holder() + " has the role " + use.roleArn()
                    + ", which isn't in the template");
            return List.of();
        }
        List<PolicyStatement> statements = new ArrayList<>();
        list(role, "ManagedPolicyArns").forEach(node -> {
            if (node instanceof YamlScalar name) {
                statements.addAll(reader.managed(role, name));
            }
        });
        list(role, "Policies").forEach(node -> {
            if (node instanceof YamlMap policy && policy.get("PolicyDocument") != null) {
                statements.addAll(reader.document(role.owner(), policy.get("PolicyDocument")));
            } else {
                role.problem(node, "has a policy without PolicyDocument");
            }
        });
        role.done();
        return impliedFirst(statements);
    }

    private static List<YamlNode> list(Fields fields, String name) {
        return fields.take(name)
                .map(node -> node instanceof YamlList list ? list.items() : List.of(node))
                .orElse(List.of());
    }

    private static List<PolicyStatement> impliedFirst(List<PolicyStatement> statements) {
        return statements.stream()
                .sorted(Comparator.comparing(statement -> !statement.implied())).toList();
    }
}
