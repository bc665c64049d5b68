package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/**
 * A Step Functions state machine.
 *
 * @param definition
 *            the definition with all substitutions made
 * @param definitionFile
 *            where it comes from: the file of {@code DefinitionUri}, or the template
 */
public record WorkflowResource(SourceLine source, String logicalId, String name, String arn,
        boolean express, ObjectNode definition, Path definitionFile) {}
