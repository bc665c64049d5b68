package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.SamTemplate;
import drivetrain.local.template.TemplateOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project's own API is one that the gateway serves, and its refusals are problems. */
class PublicApiTest {
    private static final Path TEMPLATE = Path.of("../../template.yaml");

    @ParameterizedTest
    @CsvSource({"GET, /nowhere, '', 404", "POST, /orders, '{}', 401",
            "POST, /shipping/quotes, 'no JSON', 400", "GET, /products/recommendations, '', 400"})
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

    private static GatewayServer serve() throws Exception {
        SamApplication application = SamTemplate.load(TEMPLATE,
                TemplateOptions.local("edge", URI.create("http://127.0.0.1:1")));
        return GatewayServer.start(application.apis().getFirst(),
                GatewayServer.Options.onPort(0, application.region(), application.accountId()),
                new NameOfTheFunction());
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
