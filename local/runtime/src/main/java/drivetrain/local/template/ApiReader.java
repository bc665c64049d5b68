package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.ApiResource.Throttling;
import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code AWS::Serverless::Api}. An API without a definition gets one from the functions' events,
 * see {@link ApiRoutes}.
 */
final class ApiReader {
    private static final String WHOLE_STAGE = "* /*";

    private final Reading reading;

    ApiReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        Map<String, Throttling> throttling = throttling(fields);
        Throttling stage = throttling.getOrDefault(WHOLE_STAGE, Throttling.DEFAULT);
        throttling.remove(WHOLE_STAGE);
        reading.apis().add(new ApiResource(resource.source(), resource.id(),
                reading.names().apiId(resource.id()), fields.required("StageName"),
                definition(fields), stage, throttling, variables(fields), binaryTypes(fields)));
        fields.ignore("AccessLogSetting", "ApiKeySourceType", "AlwaysDeploy", "Description",
                "Domain", "EndpointConfiguration", "FailOnWarnings", "MinimumCompressionSize",
                "Name", "OpenApiVersion", "PropagateTags", "Tags", "TracingEnabled");
        fields.done();
    }

    private ObjectNode definition(Fields fields) {
        Optional<YamlNode> body = fields.take("DefinitionBody").or(() -> fields
                .text("DefinitionUri").map(uri -> reading.intrinsics().resolve(
                        YamlReader.read(reading.folder().resolve(uri), reading.problems()))));
        if (body.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (body.get().toJson() instanceof ObjectNode definition
                && definition.path("paths").isObject()) {
            return definition;
        }
        fields.problem(body.get(), "has a definition without paths");
        return JsonNodeFactory.instance.objectNode();
    }

    private Map<String, Throttling> throttling(Fields fields) {
        Map<String, Throttling> throttling = new HashMap<>();
        for (YamlNode node : fields.list("MethodSettings").orElse(List.of())) {
            Fields setting = new Fields(node, fields.owner() + ".MethodSettings",
                    reading.problems());
            String path = Path.of("/").resolve(setting.text("ResourcePath", "/*")
                    .replace("~1", "/").replaceFirst("^/+", "")).toString();
            String method = setting.text("HttpMethod", "*").toUpperCase(Locale.ROOT);
            double rate = number(setting, "ThrottlingRateLimit",
                    Throttling.DEFAULT.ratePerSecond());
            int burst = setting.integer("ThrottlingBurstLimit", 0, 100_000,
                    Throttling.DEFAULT.burst());
            setting.ignore("DataTraceEnabled", "LoggingLevel", "MetricsEnabled");
            setting.done();
            throttling.put(method + " " + path, new Throttling(rate, burst));
        }
        return throttling;
    }

    private static double number(Fields fields, String name, double otherwise) {
        String text = fields.text(name, String.valueOf(otherwise));
        if (text.matches("[0-9]+(\\.[0-9]+)?")) {
            return Double.parseDouble(text);
        }
        fields.problem(name + " must be a number");
        return otherwise;
    }

    private static Map<String, String> variables(Fields fields) {
        Map<String, String> variables = new HashMap<>();
        fields.map("Variables").forEach((name, node) -> {
            if (node instanceof YamlScalar value) {
                variables.put(name, value.text());
            }
        });
        return variables;
    }

    private static List<String> binaryTypes(Fields fields) {
        return fields.list("BinaryMediaTypes").orElse(List.of()).stream()
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text().replace("~1", "/")).toList();
    }
}
