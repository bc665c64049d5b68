package drivetrain.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code AWS::Serverless::StateMachine}. */
final class WorkflowReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final Reading reading;

    WorkflowReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        String arn = reading.names().arn(resource.id());
        String type = fields.text("Type", "STANDARD");
        if (!type.equals("STANDARD") && !type.equals("EXPRESS")) {
            fields.problem("must be STANDARD or EXPRESS");
        }
        Path file = fields.text("DefinitionUri").map(reading.folder()::resolve)
                .map(Path::normalize).orElse(resource.source().file());
        reading.workflows().add(new WorkflowResource(resource.source(), resource.id(),
                reading.names().physicalName(resource.id()), arn, type.equals("EXPRESS"),
                fields.text("AutoPublishAlias"),
                definition(fields, file), file));
        new RoleReader(reading).workflow(resource, arn, fields);
        new EventSources(reading, resource.id(), arn, arn).readAll(fields.map("Events"));
        fields.ignore("DeploymentPreference", "Logging", "Name",
                "PermissionsBoundary", "PropagateTags", "RolePath", "Tags", "UseAliasAsEventTarget",
                "EncryptionConfiguration");
        fields.done();
    }

    private static ObjectNode definition(Fields fields, Path file) {
        Map<String, String> substitutions = new HashMap<>();
        fields.map("DefinitionSubstitutions").forEach((name, node) -> {
            if (node instanceof YamlScalar value) {
                substitutions.put(name, value.text());
            }
        });
        Optional<YamlNode> inline = fields.take("Definition");
        String text = inline.map(node -> node.toJson().toString())
                .orElseGet(() -> content(fields, file));
        return parse(fields, file, Placeholders.replace(text,
                name -> substitutions.getOrDefault(name, "${" + name + "}")));
    }

    private static String content(Fields fields, Path file) {
        if (fields.take("DefinitionUri").isEmpty()) {
            fields.problem("has neither Definition nor DefinitionUri");
            return "{}";
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            fields.problem("names a definition that can't be read: " + file);
            return "{}";
        }
    }

    private static ObjectNode parse(Fields fields, Path file, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode definition) {
                return definition;
            }
            fields.problem("has a definition that isn't an object");
        } catch (JsonProcessingException e) {
            fields.problem("has a definition that isn't JSON: " + file.getFileName() + ":"
                    + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
