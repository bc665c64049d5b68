package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.expression.EvaluationContext;
import java.util.function.Consumer;

/**
 * Gives the results of a Map state to a service (ResultWriter): all successes in one object, and a
 * manifest that names it.
 */
final class MapWriter {

    private static final String FAILED = "States.ResultWriterFailed";

    private final Visit visit;
    private final MapSettings.Writer writer;
    private final MapRun run;

    MapWriter(Visit visit, MapSettings.Writer writer, MapRun run) {
        this.visit = visit;
        this.writer = writer;
        this.run = run;
    }

    /** The answer is null: the state's result comes later. */
    Outcome write(ArrayNode outputs, Consumer<JsonNode> whenWritten) {
        EvaluationContext context = visit.context();
        JsonNode given = writer.arguments() == null
                ? JsonNodeFactory.instance.objectNode()
                : writer.arguments().evaluate(context);
        String bucket = given.path("Bucket").asText();
        String folder = folder(given.path("Prefix").asText());
        put(bucket, folder + "SUCCEEDED_0.json", outputs, context, _ -> {
            ObjectNode manifest = JsonNodeFactory.instance.objectNode();
            manifest.put("DestinationBucket", bucket).put("MapRunArn", run.arn());
            ObjectNode files = manifest.putObject("ResultFiles");
            files.putArray("FAILED");
            files.putArray("PENDING");
            files.putArray("SUCCEEDED").addObject().put("Key", folder + "SUCCEEDED_0.json")
                    .put("Size", outputs.toString().length());
            put(bucket, folder + "manifest.json", manifest, context,
                    _ -> whenWritten.accept(result(bucket, folder + "manifest.json")));
        });
        return null;
    }

    private String folder(String prefix) {
        String id = run.arn() == null
                ? "inline"
                : run.arn().substring(run.arn().lastIndexOf(':')
                        + 1);
        return prefix.isEmpty() ? id + "/" : prefix + "/" + id + "/";
    }

    private void put(String bucket, String key, JsonNode body, EvaluationContext context,
            Consumer<JsonNode> then) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("Bucket", bucket).put("Key", key).set("Body", body);
        new MapCall(visit, writer.resource(), arguments, context.contextObject())
                .invoke(FAILED, then);
    }

    private ObjectNode result(String bucket, String key) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("MapRunArn", run.arn());
        result.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
        return result;
    }
}
