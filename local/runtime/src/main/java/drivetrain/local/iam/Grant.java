package drivetrain.local.iam;

import drivetrain.local.template.SourceLine;
import java.util.Set;

/**
 * The smallest part of a policy that can be taken away: one action on one resource.
 *
 * @param holder
 *            the logical id of the function, workflow, schedule or rule whose role has it, or the
 *            service that a queue or function lets in
 * @param source
 *            for a service, the ARN on whose behalf it comes, or empty
 * @param implied
 *            whether SAM adds it, so that the template can't do without
 */
public record Grant(SourceLine line, String holder, String action, String resource, String source,
        boolean implied) {
    private static final Set<String> CHECKED = Set.of("dynamodb", "events", "lambda", "sqs",
            "states");

    /** Whether calls of this service come to the local runtime, so that its use would be seen. */
    public boolean isChecked() {
        return CHECKED.contains(action.substring(0, Math.max(0, action.indexOf(':'))));
    }

    @Override
    public String toString() {
        String on = source.isEmpty() ? "" : " for " + source;
        return line + ": " + holder + " may " + action + " on " + resource + on;
    }
}
