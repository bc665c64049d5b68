package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An API's definition for people: without what only API Gateway reads, without answers to preflight
 * requests, and with tokens as what they are, so that one can be pasted without {@code Bearer}.
 */
final class ShownDefinition {
    private static final String AMAZONS = "x-amazon-";

    private ShownDefinition() {}

    static ObjectNode of(ObjectNode definition) {
        ObjectNode shown = definition.deepCopy();
        shown.putArray("servers").addObject().put("url", "/");
        shown.path("paths").forEach(item -> ((ObjectNode) item).remove("options"));
        shown.at("/components/securitySchemes").forEach(ShownDefinition::showToken);
        strip(shown);
        return shown;
    }

    private static void showToken(JsonNode scheme) {
        if (scheme.has("x-amazon-apigateway-authorizer")
                && scheme.path("name").asText().equalsIgnoreCase("Authorization")) {
            ((ObjectNode) scheme).removeAll().put("type", "http").put("scheme", "bearer");
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Set<String> hidden = object.properties().stream().map(Map.Entry::getKey)
                    .filter(name -> name.startsWith(AMAZONS)).collect(Collectors.toSet());
            object.remove(List.copyOf(hidden));
        }
        node.forEach(ShownDefinition::strip);
    }
}
