package drivetrain.local.template;

import java.util.List;

/**
 * A statement of a policy: of a role's, or of a queue's or function's own.
 *
 * @param allows
 *            false for {@code Deny}
 * @param services
 *            the services that the policy of a queue or function speaks of, such as
 *            {@code events.amazonaws.com}; none in a role's policy
 * @param actions
 *            such as {@code dynamodb:PutItem}, perhaps with wildcards
 * @param resources
 *            ARNs, perhaps with wildcards
 * @param implied
 *            whether SAM or AWS adds it, so that the template doesn't say it
 */
public record PolicyStatement(SourceLine source, boolean allows, List<String> services,
        List<String> actions, List<String> resources, List<PolicyCondition> conditions,
        boolean implied) {
    /** Copies the lists. */
    public PolicyStatement {
        services = List.copyOf(services);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /** What SAM gives to a role without being asked. */
    static PolicyStatement implied(SourceLine source, List<String> actions, String resource) {
        return new PolicyStatement(source, true, List.of(), actions, List.of(resource), List.of(),
                true);
    }
}
