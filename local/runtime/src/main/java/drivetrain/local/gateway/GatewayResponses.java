package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Turns refusals into responses, by {@code x-amazon-apigateway-gateway-responses} where the API has
 * its own, else as AWS does by default.
 */
final class GatewayResponses {
    private static final Custom DEFAULT = new Custom(OptionalInt.empty(), Map.of(),
            Map.of("application/json", "{\"message\":$context.error.messageString}"));

    private static final Pattern VTL = Pattern
            .compile("\\$util\\b|\\$input\\b|#(?:set|if|else|end|foreach)\\b");

    private final Map<GatewayResponseType, Custom> customs;

    /**
     * How a type is answered.
     *
     * @param status replaces the default
     * @param headers values are templates
     * @param templates of the body, by media type
     */
    record Custom(OptionalInt status, Map<String, String> headers, Map<String, String> templates) {
        Custom {
            headers = Map.copyOf(headers);
            templates = Map.copyOf(templates);
        }
    }

    GatewayResponses(Map<GatewayResponseType, Custom> customs) {
        this.customs = customs.isEmpty() ? Map.of() : new EnumMap<>(customs);
    }

    /** Reads the extension; what is wrong is added to the problems. */
    static GatewayResponses read(JsonNode extension, DefinitionProblems problems) {
        var customs = new EnumMap<GatewayResponseType, Custom>(GatewayResponseType.class);
        extension.properties().forEach(entry -> {
            DefinitionProblems here = problems.at(entry.getKey());
            try {
                customs.put(GatewayResponseType.valueOf(entry.getKey()),
                        custom(entry.getValue(), here));
            } catch (IllegalArgumentException e) {
                here.add("API Gateway has no such response type");
            }
        });
        return new GatewayResponses(customs);
    }

    private static Custom custom(JsonNode json, DefinitionProblems problems) {
        problems.requireOnly(json, "statusCode", "responseParameters", "responseTemplates");
        var headers = new HashMap<String, String>();
        json.path("responseParameters").properties().forEach(parameter -> {
            String prefix = "gatewayresponse.header.";
            if (parameter.getKey().startsWith(prefix)) {
                headers.put(parameter.getKey().substring(prefix.length()),
                        unquoted(parameter.getValue().asText()));
            } else {
                problems.at("responseParameters").at(parameter.getKey())
                        .add("Only headers can be set here: gatewayresponse.header.<name>");
            }
        });
        var templates = new HashMap<String, String>();
        json.path("responseTemplates").properties().forEach(entry -> {
            templates.put(entry.getKey(), entry.getValue().asText());
            requireVariablesOnly(entry.getValue().asText(),
                    problems.at("responseTemplates").at(entry.getKey()));
        });
        return new Custom(json.has("statusCode")
                ? OptionalInt.of(json.path("statusCode").asInt())
                : OptionalInt.empty(), headers,
                templates.isEmpty()
                        ? DEFAULT.templates()
                        : templates);
    }

    /** The templates of gateway responses aren't VTL: they know variables and nothing else. */
    private static void requireVariablesOnly(String template, DefinitionProblems problems) {
        if (VTL.matcher(template).find()) {
            problems.add("API Gateway fills in variables here, but runs no VTL: "
                    + "no $util, no $input, no directives");
        }
    }

    /** The response to a refused request. */
    HttpReply reply(GatewayRefusal refusal, ApiCall call) {
        Custom custom = customs.getOrDefault(refusal.type(),
                customs.getOrDefault(refusal.type().fallback(), DEFAULT));
        var variables = new ContextVariables(call, refusal);
        String mediaType = mediaType(custom, call);
        var headers = new HashMap<String, List<String>>();
        headers.put("Content-Type", List.of(mediaType));
        headers.put("x-amzn-ErrorType", List.of(refusal.type().errorType()));
        custom.headers().forEach((name, template) -> headers.put(name,
                List.of(variables.fillHeader(template))));
        byte[] body = variables.fill(custom.templates().get(mediaType))
                .getBytes(StandardCharsets.UTF_8);
        return new HttpReply(custom.status().orElse(refusal.status()), headers, body);
    }

    /** The client's choice where there is one, else JSON. */
    private static String mediaType(Custom custom, ApiCall call) {
        Map<String, String> templates = custom.templates();
        String accepted = call.http().header("Accept").orElse("");
        for (String range : accepted.split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            if (templates.containsKey(type)) {
                return type;
            }
        }
        return templates.containsKey("application/json")
                ? "application/json"
                : templates.keySet().iterator().next();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
