package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.StateMachineType;
import drivetrain.states.expression.Expression;
import drivetrain.states.task.TaskResource;
import java.util.ArrayList;
import java.util.List;

/** Parses what only Map states have. */
final class MapParser {

    private static final long MOST = Integer.MAX_VALUE;

    private final Fields fields;
    private final Compiler compiler;
    private final QueryLanguage machineLanguage;
    private final StateMachineType type;
    private boolean distributed;

    MapParser(Fields fields, Compiler compiler, QueryLanguage machineLanguage,
            StateMachineType type) {
        this.fields = fields;
        this.compiler = compiler;
        this.machineLanguage = machineLanguage;
        this.type = type;
    }

    /** Comes first: its ProcessorConfig decides how the rest is read. */
    StateGraph processor() {
        String name = fields.value("Iterator") != null ? "Iterator" : "ItemProcessor";
        fields.require(name);
        JsonNode node = fields.value(name);
        Fields processor = new Fields(node == null ? JsonNodeFactory.instance.objectNode() : node,
                fields.path(name), fields.problems());
        JsonNode config = processor.value("ProcessorConfig");
        if (config != null) {
            config(new Fields(config, processor.path("ProcessorConfig"), fields.problems()));
        }
        if (node == null) {
            return null;
        }
        StateGraph graph = new GraphParser(processor, machineLanguage, type).parse();
        processor.refuseOthers();
        return graph;
    }

    private void config(Fields config) {
        distributed = "DISTRIBUTED".equals(config.oneOf("Mode", "INLINE", "DISTRIBUTED"));
        String execution = config.oneOf("ExecutionType", "STANDARD", "EXPRESS");
        if (distributed && execution == null) {
            config.problems().error(config.path(), "These fields are required: [ExecutionType]");
        }
        config.refuseOthers();
    }

    MapSettings settings() {
        Expression items = compiler.isJsonata()
                ? compiler.template("Items")
                : compiler.path("ItemsPath");
        boolean old = !compiler.isJsonata() && fields.value("Parameters") != null;
        Expression selector = compiler.template(old ? "Parameters" : "ItemSelector");
        fields.text("Label");
        return new MapSettings(distributed, items, selector, batcher(), reader(), writer(),
                compiler.limit("MaxConcurrency", 0, MOST),
                compiler.limit("ToleratedFailureCount", 0, MOST),
                compiler.limit("ToleratedFailurePercentage", 0, 100));
    }

    private MapSettings.Batcher batcher() {
        JsonNode node = fields.value("ItemBatcher");
        if (node == null) {
            return null;
        }
        Fields batcher = new Fields(node, fields.path("ItemBatcher"), fields.problems());
        Compiler inner = compiler.of(batcher);
        MapSettings.Batcher parsed = new MapSettings.Batcher(
                inner.limit("MaxItemsPerBatch", 1, MOST),
                inner.limit("MaxInputBytesPerBatch", 1, 262_144), inner.template("BatchInput"));
        if (parsed.maxItems() == null && parsed.maxBytes() == null) {
            batcher.problems().error(batcher.path(),
                    "One of [MaxItemsPerBatch, MaxInputBytesPerBatch] is required");
        }
        batcher.refuseOthers();
        return parsed;
    }

    private MapSettings.Reader reader() {
        JsonNode node = fields.value("ItemReader");
        if (node == null) {
            return null;
        }
        Fields reader = new Fields(node, fields.path("ItemReader"), fields.problems());
        TaskResource resource = service(reader);
        Expression arguments = arguments(reader);
        JsonNode given = reader.value("ReaderConfig");
        Fields config = new Fields(given == null ? JsonNodeFactory.instance.objectNode() : given,
                reader.path("ReaderConfig"), fields.problems());
        reader.refuseOthers();
        return config(resource, arguments, config);
    }

    private MapSettings.Reader config(TaskResource resource, Expression arguments, Fields config) {
        String inputType = config.oneOf("InputType", "CSV", "JSON", "JSONL");
        boolean headerGiven = "GIVEN".equals(
                config.oneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN"));
        List<String> headers = new ArrayList<>();
        config.array("CSVHeaders").forEach(header -> headers.add(header.asText()));
        String delimiter = config.oneOf("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE",
                "TAB");
        MapSettings.Limit most = compiler.of(config).limit("MaxItems", 1, MOST);
        config.refuseOthers();
        return new MapSettings.Reader(resource, arguments, inputType, most, headerGiven, headers,
                delimiter(delimiter));
    }

    private static char delimiter(String name) {
        return switch (name) {
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            case null, default -> ',';
        };
    }

    private MapSettings.Writer writer() {
        JsonNode node = fields.value("ResultWriter");
        if (node == null) {
            return null;
        }
        Fields writer = new Fields(node, fields.path("ResultWriter"), fields.problems());
        MapSettings.Writer parsed = new MapSettings.Writer(service(writer), arguments(writer));
        writer.refuseOthers();
        return parsed;
    }

    private Expression arguments(Fields inner) {
        return compiler.of(inner)
                .template(compiler.isJsonata() ? "Arguments" : "Parameters");
    }

    private TaskResource service(Fields inner) {
        inner.require("Resource");
        String arn = inner.text("Resource");
        if (arn == null) {
            return null;
        }
        TaskResource resource = TaskResource.parse(arn).orElse(null);
        if (resource == null) {
            inner.error("Resource", "Value is not a valid resource ARN");
        }
        return resource;
    }
}
