package drivetrain.local.iam;

import drivetrain.local.template.PolicyCondition;
import drivetrain.local.template.PolicyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Policies, evaluated as IAM does: a denial wins, and what nothing allows is refused (IAM User
 * Guide, "Policy evaluation logic").
 */
final class Rules {
    private static final String SOURCE = "aws:SourceArn";

    private final List<Rule> denials;
    private final List<Rule> permissions;

    /** What the policies say to something. */
    enum Decision {
        ALLOWED, DENIED, NOT_ALLOWED
    }

    private Rules(List<Rule> rules) {
        denials = rules.stream().filter(rule -> !rule.allows()).toList();
        permissions = rules.stream().filter(Rule::allows).toList();
    }

    /** Compiles the statements of a role, less the grants that are taken away. */
    static Rules of(String holder, List<PolicyStatement> statements, Predicate<Grant> granted) {
        return new Rules(statements.stream().flatMap(one -> rules(holder, one))
                .filter(rule -> !rule.allows() || granted.test(rule.grant())).toList());
    }

    /** Compiles what services may do with the application's resources. */
    static Rules ofResources(List<PolicyStatement> statements, Predicate<Grant> granted) {
        return new Rules(statements.stream()
                .flatMap(one -> one.services().stream().flatMap(service -> rules(service, one)))
                .filter(rule -> !rule.allows() || granted.test(rule.grant())).toList());
    }

    private static Stream<Rule> rules(String holder, PolicyStatement statement) {
        List<Rule> rules = new ArrayList<>();
        for (String action : statement.actions()) {
            for (String resource : statement.resources()) {
                perSource(statement.conditions()).forEach(conditions -> rules.add(new Rule(
                        new Grant(statement.source(), holder, action, resource,
                                source(conditions), statement.implied()),
                        statement.allows(), conditions)));
            }
        }
        return rules.stream();
    }

    /** A condition on several sources is several grants, one for each. */
    private static Stream<List<PolicyCondition>> perSource(List<PolicyCondition> conditions) {
        if (conditions.size() != 1 || !conditions.getFirst().key().equals(SOURCE)) {
            return Stream.of(conditions);
        }
        PolicyCondition only = conditions.getFirst();
        return only.values().stream()
                .map(value -> List.of(new PolicyCondition(only.operator(), SOURCE,
                        List.of(value))));
    }

    private static String source(List<PolicyCondition> conditions) {
        return conditions.stream().filter(condition -> condition.key().equals(SOURCE))
                .map(condition -> String.join(", ", condition.values())).findFirst().orElse("");
    }

    Decision decide(Access access) {
        return decide(access, rule -> true);
    }

    /** What services may do; only what is said of this service counts. */
    Decision decide(String service, Access access) {
        return decide(access, rule -> rule.grant().holder().equals(service));
    }

    private Decision decide(Access access, Predicate<Rule> relevant) {
        String action = access.action().toLowerCase(Locale.ROOT);
        if (any(denials, access, action, relevant)) {
            return Decision.DENIED;
        }
        return any(permissions, access, action, relevant)
                ? Decision.ALLOWED
                : Decision.NOT_ALLOWED;
    }

    private static boolean any(List<Rule> rules, Access access, String action,
            Predicate<Rule> relevant) {
        for (Rule rule : rules) {
            if (relevant.test(rule) && rule.applies(access, action)) {
                return true;
            }
        }
        return false;
    }

    Stream<Rule> permissions() {
        return permissions.stream();
    }
}
