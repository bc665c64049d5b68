package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The project's own API is one that the gateway serves, and its refusals are problems. */
class PublicApiTest {
    private static final Path OPENAPI = Path.of("../../api/openapi.yaml");

    @ParameterizedTest
    @CsvSource({"GET, /nowhere, '', 404", "POST, /orders, '{}', 401",
            "POST, /webhooks/shipping, 'no JSON', 400", "GET, /products/recommendations, '', 400"})
    void answersProblemsAtTheEdge(String method, String path, String body, int status)
            throws Exception {
        try (GatewayServer server = serve(); HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());

            JsonNode problem = GatewayFixture.JSON.readTree(response.body());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.headers().firstValue("content-type"))
                    .contains("application/problem+json");
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("type").asText()).startsWith("urn:drivetrain:problem:");
        }
    }

    @Test
    void passesTheRestOnToItsFunctions() throws Exception {
        try (GatewayServer server = serve(); HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/products")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.body()).endsWith("-ListProducts");
        }
    }

    @ParameterizedTest
    @CsvSource({"/docs, text/html, swagger-ui-bundle.js", "/docs/docs.js, text/javascript, dom_id",
            "/docs/swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
            "/docs/swagger-ui.css, text/css, .swagger-ui"})
    void showsItselfToABrowserWithoutHelpFromElsewhere(String path, String type, String text)
            throws Exception {
        try (GatewayServer server = serve(); HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(type);
            assertThat(response.headers().firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'").contains("script-src 'self'")
                    .doesNotContain("http").doesNotContain("unsafe");
            assertThat(response.body()).contains(text);
        }
    }

    @Test
    void showsPeopleNothingThatOnlyTheGatewayReads() throws Exception {
        try (GatewayServer server = serve(); HttpClient client = HttpClient.newHttpClient()) {
            String shown = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/docs/openapi.json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()).body();

            assertThat(shown).doesNotContain("x-amazon-").doesNotContain("preflight")
                    .contains("\"placeOrder\"").contains("\"scheme\":\"bearer\"");
        }
    }

    private static GatewayServer serve() throws Exception {
        try (Reader yaml = Files.newBufferedReader(OPENAPI)) {
            ObjectNode definition = GatewayFixture.JSON.valueToTree(new Yaml().load(yaml));
            resolve(definition);
            return GatewayServer.start(GatewayFixture.api(definition, Map.of(), List.of()),
                    GatewayServer.Options.onPort(0, "eu-central-1", "000000000000"),
                    new NameOfTheFunction());
        }
    }

    /** Resolves what {@code AWS::Include} would: here only {@code Fn::Sub} of aliases. */
    private static void resolve(ObjectNode node) {
        node.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode child) {
                JsonNode sub = child.path("Fn::Sub");
                if (sub.isTextual()) {
                    node.put(member.getKey(), sub.textValue().replaceAll("\\$\\{(\\w+)\\.Alias}",
                            "arn:aws:lambda:eu-central-1:000000000000:function:app-$1:live")
                            .replace("${AWS::Partition}", "aws")
                            .replace("${AWS::Region}", "eu-central-1"));
                } else {
                    resolve(child);
                }
            }
        });
    }

    /** Answers each invocation with the name of the function. */
    private static final class NameOfTheFunction implements FunctionInvoker {
        @Override
        public CompletableFuture<InvocationResult> invoke(String function, byte[] payload) {
            return CompletableFuture.completedFuture(GatewayFixture.raw(200,
                    "{\"statusCode\":200,\"body\":\"" + function + "\"}"));
        }

        @Override
        public void invokeAsync(String function, byte[] payload) {
            throw new UnsupportedOperationException("API Gateway waits");
        }
    }
}
