package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.ApiResource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the OpenAPI 3.0 document of an API.
 *
 * <p>Refused, among others: {@code security} at the root, which API Gateway ignores, so that a
 * route would be open to everybody once it is deployed.
 */
final class DefinitionReader {
    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final Set<String> ROOT_EXTENSIONS = Set.of(
            "x-amazon-apigateway-gateway-responses", "x-amazon-apigateway-request-validators",
            "x-amazon-apigateway-request-validator", "x-amazon-apigateway-binary-media-types",
            "x-amazon-apigateway-endpoint-configuration",
            "x-amazon-apigateway-documentation", "x-amazon-apigateway-importexport-version");
    private static final Set<String> OPERATION_EXTENSIONS = Set.of(INTEGRATION,
            "x-amazon-apigateway-request-validator");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options",
            "head", "patch", ANY);
    private static final Set<String> PATH_MEMBERS = Set.of("parameters", "summary", "description");

    private final ApiResource api;
    private final ObjectNode document;
    private final DefinitionProblems problems;
    private final IntegrationReader integrations;
    private final AuthorizerReader authorizers;
    private final ValidatorReader validators;

    DefinitionReader(ApiResource api, FunctionCalls functions, Clock clock) {
        this.api = api;
        this.document = api.definition();
        this.problems = DefinitionProblems.of(api.source());
        this.integrations = new IntegrationReader(functions, mediaTypes());
        this.authorizers = new AuthorizerReader(functions, clock);
        this.validators = new ValidatorReader(document, problems);
    }

    /** All that a definition says. */
    record Definition(RouteTable routes, List<Route> all, GatewayResponses responses) {
        Definition {
            all = List.copyOf(all);
        }
    }

    /**
     * Reads it.
     *
     * @throws ApiDefinitionException with everything that is wrong or unsupported
     */
    Definition read() {
        checkRoot();
        var responses = GatewayResponses.read(
                document.path("x-amazon-apigateway-gateway-responses"),
                problems.at("x-amazon-apigateway-gateway-responses"));
        Map<String, LambdaAuthorizer> schemes = authorizers.read(
                document.at("/components/securitySchemes"),
                problems.at("components").at("securitySchemes"));
        var routes = new RouteTable();
        var all = new ArrayList<Route>();
        document.path("paths").properties().forEach(path -> routesOf(path.getKey(),
                path.getValue(), schemes).forEach(route -> add(routes, all, route)));
        checkThrottling(all);
        problems.throwIfAny();
        return new Definition(routes, all, responses);
    }

    private void checkRoot() {
        if (!document.path("openapi").asText("").startsWith("3.0")) {
            problems.at("openapi").add("Must be 3.0.x, the newest that API Gateway supports");
        }
        if (document.has("security")) {
            problems.at("security").add("API Gateway ignores security at the root; "
                    + "say it for each operation");
        }
        problems.requireOnlyExtensions(document, ROOT_EXTENSIONS);
        validators.checkSettings();
    }

    private MediaTypes mediaTypes() {
        var types = new ArrayList<>(api.binaryMediaTypes());
        document.path("x-amazon-apigateway-binary-media-types")
                .forEach(type -> types.add(type.asText()));
        return new MediaTypes(types);
    }

    private List<Route> routesOf(String path, JsonNode item,
            Map<String, LambdaAuthorizer> schemes) {
        DefinitionProblems here = problems.at("paths").at(path);
        var routes = new ArrayList<Route>();
        item.properties().forEach(member -> {
            String name = member.getKey();
            if (METHODS.contains(name)) {
                String method = name.equals(ANY) ? "ANY" : name.toUpperCase(Locale.ROOT);
                route(method, path, item, member.getValue(), schemes, here.at(name))
                        .ifPresent(routes::add);
            } else if (!PATH_MEMBERS.contains(name)) {
                here.at(name).add("The local runtime doesn't support this");
            }
        });
        return routes;
    }

    private Optional<Route> route(String method, String path, JsonNode item, JsonNode operation,
            Map<String, LambdaAuthorizer> schemes, DefinitionProblems here) {
        here.requireOnlyExtensions(operation, OPERATION_EXTENSIONS);
        Optional<LambdaAuthorizer> authorizer = authorizer(operation, schemes, here);
        RequestValidator validator = validators.read(item, operation, here);
        if (!operation.path(INTEGRATION).isObject()) {
            here.add("There is no " + INTEGRATION);
            return Optional.empty();
        }
        return integrations.read(operation.path(INTEGRATION), here.at(INTEGRATION))
                .map(integration -> new Route(method, path, resourceId(path),
                        Optional.ofNullable(operation.path("operationId").textValue()),
                        keyNames(operation).count() > 0, authorizer, validator, integration));
    }

    /** The schemes of an operation that are API keys. */
    private Stream<String> keyNames(JsonNode operation) {
        JsonNode schemes = document.at("/components/securitySchemes");
        return schemeNames(operation)
                .filter(name -> AuthorizerReader.isApiKey(schemes.path(name)));
    }

    private static Stream<String> schemeNames(JsonNode operation) {
        return operation.path("security").valueStream()
                .flatMap(requirement -> requirement.properties().stream()).map(Map.Entry::getKey);
    }

    /** API Gateway takes one authorizer per method, and an API key besides. */
    private Optional<LambdaAuthorizer> authorizer(JsonNode operation,
            Map<String, LambdaAuthorizer> schemes, DefinitionProblems here) {
        Set<String> keys = keyNames(operation).collect(Collectors.toSet());
        List<String> names = schemeNames(operation).filter(name -> !keys.contains(name)).toList();
        if (names.isEmpty() && operation.path("security").size() <= 1) {
            return Optional.empty();
        }
        if (names.size() != 1 || operation.path("security").size() != 1) {
            here.at("security").add("API Gateway wants one authorizer for a method");
            return Optional.empty();
        }
        if (!schemes.containsKey(names.getFirst())) {
            here.at("security").add("There is no usable security scheme " + names.getFirst());
        }
        return Optional.ofNullable(schemes.get(names.getFirst()));
    }

    private void add(RouteTable table, List<Route> all, Route route) {
        try {
            table.add(route);
            all.add(route);
        } catch (IllegalArgumentException e) {
            problems.at("paths").at(route.resource()).add(e.getMessage());
        }
    }

    private void checkThrottling(List<Route> routes) {
        var keys = new HashMap<String, Route>();
        routes.forEach(route -> keys.put(route.key(), route));
        api.methodThrottling().keySet().stream().filter(key -> !keys.containsKey(key)).sorted()
                .forEach(key -> problems.add("Throttling is set for " + key
                        + ", but there is no such route"));
    }

    /** Six letters and digits, the same for the same path. */
    private static String resourceId(String path) {
        String digits = Long.toString(Integer.toUnsignedLong(path.hashCode()), 36);
        return "000000".substring(Math.min(6, digits.length())) + digits;
    }
}
