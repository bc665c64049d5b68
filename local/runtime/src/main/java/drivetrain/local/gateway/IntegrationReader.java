package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code x-amazon-apigateway-integration}. */
final class IntegrationReader {
    private static final Pattern FUNCTION = Pattern.compile(
            "arn:aws:apigateway:[^:]*:lambda:path/2015-03-31/functions/"
                    + "arn:aws:lambda:[^:]*:[^:]*:function:([^:/]+)(?::[^:/]+)?/invocations");
    private static final Pattern STATIC_VALUE = Pattern.compile("'([^']*)'");
    private static final int LEAST_TIMEOUT_MILLIS = 50;

    private final FunctionCalls functions;
    private final MediaTypes mediaTypes;

    IntegrationReader(FunctionCalls functions, MediaTypes mediaTypes) {
        this.functions = functions;
        this.mediaTypes = mediaTypes;
    }

    /** The function that an authorizer's or integration's URI names; empty for other URIs. */
    static Optional<String> function(String uri) {
        Matcher matcher = FUNCTION.matcher(uri);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The integration; empty, with a problem, if it isn't supported. */
    Optional<Integration> read(JsonNode json, DefinitionProblems problems) {
        return switch (json.path("type").asText("").toLowerCase(Locale.ROOT)) {
            case "aws_proxy" -> proxy(json, problems).map(one -> checked(json, one, problems));
            case "mock" -> mock(json, problems).map(one -> checked(json, one, problems));
            case "" -> {
                problems.add("The integration has no type");
                yield Optional.empty();
            }
            default -> {
                problems.at("type").add("The local runtime supports aws_proxy and mock only");
                yield Optional.empty();
            }
        };
    }

    private Optional<Integration> proxy(JsonNode json, DefinitionProblems problems) {
        problems.requireOnly(json, "type", "uri", "httpMethod", "passthroughBehavior",
                "timeoutInMillis", "requestTemplates", "credentials", "payloadFormatVersion",
                "responses");
        if (!json.path("httpMethod").asText("").equals("POST")) {
            problems.at("httpMethod").add("Functions are invoked by POST");
        }
        Optional<String> function = function(json.path("uri").asText(""));
        if (function.isEmpty()) {
            problems.at("uri").add("This isn't the URI of a function: "
                    + json.path("uri").asText(""));
        }
        Duration timeout = timeout(json, problems);
        return function.map(
                name -> new LambdaProxyIntegration(name, functions, mediaTypes, timeout));
    }

    private static Duration timeout(JsonNode json, DefinitionProblems problems) {
        long millis = json.path("timeoutInMillis").asLong(FunctionCalls.LIMIT.toMillis());
        if (millis < LEAST_TIMEOUT_MILLIS || millis > FunctionCalls.LIMIT.toMillis()) {
            problems.at("timeoutInMillis").add("Must be from " + LEAST_TIMEOUT_MILLIS + " to "
                    + FunctionCalls.LIMIT.toMillis());
        }
        return Duration.ofMillis(millis);
    }

    private static Integration checked(JsonNode json, Integration integration,
            DefinitionProblems problems) {
        Set<String> templates = json.path("requestTemplates").properties().stream()
                .map(template -> template.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        String behaviour = json.path("passthroughBehavior").asText("when_no_match")
                .toLowerCase(Locale.ROOT);
        return switch (behaviour) {
            case "when_no_match" -> integration;
            case "when_no_templates" -> templates.isEmpty()
                    ? integration
                    : new MediaTypeCheck(templates, integration);
            case "never" -> new MediaTypeCheck(templates, integration);
            default -> {
                problems.at("passthroughBehavior").add("There is no behavior " + behaviour);
                yield integration;
            }
        };
    }

    private static Optional<Integration> mock(JsonNode json, DefinitionProblems problems) {
        problems.requireOnly(json, "type", "requestTemplates", "responses",
                "passthroughBehavior", "contentHandling");
        String status = mockStatus(json, problems);
        JsonNode responses = json.path("responses");
        String chosen = responses.properties().stream().map(Map.Entry::getKey)
                .filter(pattern -> !pattern.equals("default") && status.matches(pattern))
                .findFirst().orElse("default");
        DefinitionProblems here = problems.at("responses").at(chosen);
        if (!responses.has(chosen)) {
            here.add("No response is defined for status " + status);
            return Optional.empty();
        }
        return Optional.of(new MockIntegration(mockReply(responses.path(chosen), here)));
    }

    /** The status that the request template decides on. */
    private static String mockStatus(JsonNode json, DefinitionProblems problems) {
        String template = json.path("requestTemplates").path("application/json").asText("");
        DefinitionProblems here = problems.at("requestTemplates").at("application/json");
        try {
            JsonNode status = Trees.read(template.getBytes(StandardCharsets.UTF_8))
                    .path("statusCode");
            if (status.isInt()) {
                return status.asText();
            }
        } catch (IOException e) {
            // Falls through to the problem: a template in VTL isn't JSON either.
        }
        here.add("The local runtime supports only templates such as {\"statusCode\": 200}");
        return "";
    }

    private static HttpReply mockReply(JsonNode response, DefinitionProblems problems) {
        problems.requireOnly(response, "statusCode", "responseParameters", "responseTemplates");
        var headers = new HashMap<String, List<String>>();
        response.path("responseParameters").properties().forEach(parameter -> {
            Matcher value = STATIC_VALUE.matcher(parameter.getValue().asText());
            String prefix = "method.response.header.";
            if (parameter.getKey().startsWith(prefix) && value.matches()) {
                headers.put(parameter.getKey().substring(prefix.length()),
                        List.of(value.group(1)));
            } else {
                problems.at("responseParameters").at(parameter.getKey()).add(
                        "The local runtime supports only headers with static 'values'");
            }
        });
        String body = response.path("responseTemplates").path("application/json").asText("");
        if (body.contains("$") || body.contains("#")) {
            problems.at("responseTemplates").add("The local runtime supports only static bodies");
        }
        if (!body.isEmpty()) {
            headers.putIfAbsent("Content-Type", List.of("application/json"));
        }
        return new HttpReply(response.path("statusCode").asInt(200), headers,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
