package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import drivetrain.local.gateway.RequestValidator.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads request validators, parameters and body schemas of an OpenAPI 3.0 document. */
final class ValidatorReader {
    /** OpenAPI's own, and a place for the schemas that are referred to. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi30())
            .keyword(new NonValidationKeyword("components")).build();
    private static final String CHOICE = "x-amazon-apigateway-request-validator";

    private final ObjectNode document;
    private final DefinitionProblems problems;
    private final SchemaRegistry schemas = SchemaRegistry.withDialect(DIALECT);

    ValidatorReader(ObjectNode document, DefinitionProblems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** The validator of an operation; one that checks nothing if none is chosen. */
    RequestValidator read(JsonNode pathItem, JsonNode operation, DefinitionProblems here) {
        Optional<JsonNode> settings = settings(operation, here);
        boolean parameters = settings
                .filter(one -> one.path("validateRequestParameters").asBoolean()).isPresent();
        boolean body = settings.filter(one -> one.path("validateRequestBody").asBoolean())
                .isPresent();
        return new RequestValidator(
                parameters ? required(pathItem, operation, here) : List.of(),
                body ? bodies(operation, here) : Map.of());
    }

    private Optional<JsonNode> settings(JsonNode operation, DefinitionProblems here) {
        String name = operation.path(CHOICE).asText(document.path(CHOICE).asText(""));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        JsonNode settings = document.path("x-amazon-apigateway-request-validators").path(name);
        if (!settings.isObject()) {
            here.at(CHOICE).add("There is no request validator " + name);
            return Optional.empty();
        }
        return Optional.of(settings);
    }

    /** The operation's parameters override those of its path. */
    private List<Parameter> required(JsonNode pathItem, JsonNode operation,
            DefinitionProblems here) {
        var byKey = new HashMap<String, JsonNode>();
        for (JsonNode list : List.of(pathItem.path("parameters"), operation.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = resolved(one, here.at("parameters"));
                byKey.put(parameter.path("in").asText() + " " + parameter.path("name").asText(),
                        parameter);
            }
        }
        var required = new ArrayList<Parameter>();
        byKey.values().stream().filter(one -> one.path("required").asBoolean())
                .forEach(one -> location(one, here).ifPresent(in -> required
                        .add(new Parameter(in, one.path("name").asText()))));
        required.sort((one, other) -> one.name().compareTo(other.name()));
        return required;
    }

    private static Optional<Parameter.Location> location(JsonNode parameter,
            DefinitionProblems here) {
        String in = parameter.path("in").asText("");
        return switch (in) {
            case "path" -> Optional.of(Parameter.Location.PATH);
            case "query" -> Optional.of(Parameter.Location.QUERY);
            case "header" -> Optional.of(Parameter.Location.HEADER);
            default -> {
                here.at("parameters").add("API Gateway doesn't support parameters in " + in);
                yield Optional.empty();
            }
        };
    }

    private Map<String, Schema> bodies(JsonNode operation, DefinitionProblems here) {
        JsonNode body = resolved(operation.path("requestBody"), here.at("requestBody"));
        var bodies = new HashMap<String, Schema>();
        body.path("content").properties().forEach(media -> {
            JsonNode schema = media.getValue().path("schema");
            if (!schema.isMissingNode()) {
                String key = media.getKey();
                schema(schema, here.at("requestBody").at("content").at(key)).ifPresent(
                        one -> bodies.put(key.toLowerCase(Locale.ROOT), one));
            }
        });
        return bodies;
    }

    /** A schema with the document's components beside it, so that its references resolve. */
    private Optional<Schema> schema(JsonNode schema, DefinitionProblems here) {
        ObjectNode standalone = Trees.object();
        standalone.putArray("allOf").add(schema);
        standalone.set("components", document.path("components"));
        try {
            Schema compiled = schemas.getSchema(standalone);
            compiled.initializeValidators();
            return Optional.of(compiled);
        } catch (RuntimeException e) {
            here.add("The schema can't be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private JsonNode resolved(JsonNode node, DefinitionProblems here) {
        String reference = node.path("$ref").asText("");
        if (reference.isEmpty()) {
            return node;
        }
        JsonNode target = reference.startsWith("#/")
                ? document.at(reference.substring(1))
                : document.path("");
        if (target.isMissingNode()) {
            here.add("There is nothing at " + reference);
        }
        return target;
    }

    /** Refuses validators with members that have no effect. */
    void checkSettings() {
        String extension = "x-amazon-apigateway-request-validators";
        document.path(extension).properties().forEach(entry -> problems.at(extension)
                .at(entry.getKey()).requireOnly(entry.getValue(), "validateRequestBody",
                        "validateRequestParameters"));
    }
}
