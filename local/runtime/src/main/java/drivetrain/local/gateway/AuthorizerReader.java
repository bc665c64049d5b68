package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code components/securitySchemes} with {@code x-amazon-apigateway-authorizer}. */
final class AuthorizerReader {
    private static final int DEFAULT_TTL_SECONDS = 300;
    private static final int MAX_TTL_SECONDS = 3600;

    private final FunctionCalls functions;
    private final Clock clock;

    AuthorizerReader(FunctionCalls functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    /** The authorizers that could be read, by scheme. */
    Map<String, LambdaAuthorizer> read(JsonNode schemes, DefinitionProblems problems) {
        var authorizers = new HashMap<String, LambdaAuthorizer>();
        schemes.properties().stream().filter(scheme -> !isApiKey(scheme.getValue()))
                .forEach(scheme -> authorizer(scheme.getValue(), problems.at(scheme.getKey()))
                        .ifPresent(authorizer -> authorizers.put(scheme.getKey(), authorizer)));
        return authorizers;
    }

    /** Whether a scheme is an API key of a usage plan, which no authorizer checks. */
    static boolean isApiKey(JsonNode scheme) {
        return scheme.path("type").asText("").equals("apiKey")
                && scheme.path("in").asText("").equals("header")
                && scheme.path("name").asText("").equalsIgnoreCase(ApiKeys.HEADER)
                && !scheme.has("x-amazon-apigateway-authorizer");
    }

    private Optional<LambdaAuthorizer> authorizer(JsonNode scheme, DefinitionProblems problems) {
        String extension = "x-amazon-apigateway-authorizer";
        JsonNode json = scheme.path(extension);
        if (!json.isObject() || !scheme.path("type").asText("").equals("apiKey")) {
            problems.add("The local runtime supports only Lambda authorizers: type apiKey with "
                    + extension);
            return Optional.empty();
        }
        DefinitionProblems here = problems.at(extension);
        here.requireOnly(json, "type", "authorizerUri", "authorizerCredentials", "identitySource",
                "identityValidationExpression", "authorizerResultTtlInSeconds");
        Optional<String> function = IntegrationReader
                .function(json.path("authorizerUri").asText(""));
        if (function.isEmpty()) {
            here.at("authorizerUri").add("This isn't the URI of a function: "
                    + json.path("authorizerUri").asText(""));
        }
        boolean tokenOnly = tokenOnly(json, here);
        List<IdentitySource> identity = identity(scheme, json, tokenOnly, here);
        var cache = new PolicyCache(timeToLive(json, here), clock);
        Optional<Pattern> validation = validation(json, here);
        return function.map(name -> new LambdaAuthorizer(name, tokenOnly, identity, validation,
                cache, functions));
    }

    private static boolean tokenOnly(JsonNode json, DefinitionProblems problems) {
        String type = json.path("type").asText("");
        if (!type.equals("token") && !type.equals("request")) {
            problems.at("type").add("The local runtime supports token and request");
        }
        return type.equals("token");
    }

    private static List<IdentitySource> identity(JsonNode scheme, JsonNode json, boolean tokenOnly,
            DefinitionProblems problems) {
        String otherwise = tokenOnly
                ? "method.request.header." + scheme.path("name").asText("")
                : "";
        var sources = new ArrayList<IdentitySource>();
        for (String expression : json.path("identitySource").asText(otherwise).split(",", -1)) {
            if (!expression.isBlank()) {
                IdentitySource.parse(expression).ifPresentOrElse(sources::add,
                        () -> problems.at("identitySource").add(
                                "The local runtime doesn't support " + expression.strip()));
            }
        }
        if (tokenOnly && (sources.size() != 1 || !sources.getFirst().isHeader())) {
            problems.at("identitySource").add("A token authorizer wants one header");
        }
        if (!tokenOnly && sources.isEmpty() && !timeToLive(json, problems).isZero()) {
            problems.at("identitySource").add("Caching wants an identity source");
        }
        return sources;
    }

    private static Duration timeToLive(JsonNode json, DefinitionProblems problems) {
        int seconds = json.path("authorizerResultTtlInSeconds").asInt(DEFAULT_TTL_SECONDS);
        if (seconds < 0 || seconds > MAX_TTL_SECONDS) {
            problems.at("authorizerResultTtlInSeconds").add("Must be from 0 to "
                    + MAX_TTL_SECONDS);
            return Duration.ZERO;
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<Pattern> validation(JsonNode json, DefinitionProblems problems) {
        try {
            return Optional.ofNullable(json.path("identityValidationExpression").textValue())
                    .map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            problems.at("identityValidationExpression").add(e.getDescription());
            return Optional.empty();
        }
    }
}
