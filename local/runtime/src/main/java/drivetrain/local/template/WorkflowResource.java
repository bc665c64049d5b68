package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Step Functions state machine.
 *
 * @param alias
 *            what its versions are published as, if they are
 * @param definition
 *            the definition with all substitutions made
 * @param definitionFile
 *            where it comes from: the file of {@code DefinitionUri}, or the template
 */
public record WorkflowResource(SourceLine source, String logicalId, String name, String arn,
        boolean express, Optional<String> alias, ObjectNode definition, Path definitionFile) {
    /** What starts it as the template says: its alias, or the workflow itself. */
    public String startedArn() {
        return alias.map(name -> arn + ":" + name).orElse(arn);
    }
}
