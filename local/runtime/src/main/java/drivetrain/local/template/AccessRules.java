package drivetrain.local.template;

import java.util.List;
import java.util.Map;

/**
 * Who may do what, according to the template and to what SAM makes of it.
 *
 * @param roles
 *            by the ARN of what acts, or by {@link #target} for the target of a rule
 * @param resourcePolicies
 *            of queues and functions: what services may do with them
 */
public record AccessRules(Map<String, RoleResource> roles,
        List<PolicyStatement> resourcePolicies) {
    /** Nobody may do anything. */
    public static final AccessRules NONE = new AccessRules(Map.of(), List.of());

    /** Copies the collections. */
    public AccessRules {
        roles = Map.copyOf(roles);
        resourcePolicies = List.copyOf(resourcePolicies);
    }

    /** The key of the role that a rule uses for one of its targets. */
    public static String target(String ruleArn, String targetId) {
        return ruleArn + " " + targetId;
    }
}
