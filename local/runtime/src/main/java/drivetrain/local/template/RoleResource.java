package drivetrain.local.template;

import java.util.List;

/**
 * The role that a function, a workflow, a schedule or a rule's target acts with.
 *
 * @param holder
 *            the logical id of what acts
 * @param statements
 *            of all its policies; those that SAM adds come first
 */
public record RoleResource(SourceLine source, String holder, String name, String arn,
        List<PolicyStatement> statements) {
    /** Copies the statements. */
    public RoleResource {
        statements = List.copyOf(statements);
    }
}
