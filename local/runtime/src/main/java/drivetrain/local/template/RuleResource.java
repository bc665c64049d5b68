package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An EventBridge rule that matches events of a bus by pattern. */
public record RuleResource(SourceLine source, String logicalId, String name, String arn,
        String busName, boolean enabled, ObjectNode pattern, List<RuleTarget> targets) {
    /** Copies the targets. */
    public RuleResource {
        targets = List.copyOf(targets);
    }
}
