package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.ApiResource;
import drivetrain.local.template.SourceLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;

/** The API of {@code gateway/openapi.yaml}, with functions that tests write in place. */
final class GatewayFixture implements AutoCloseable, FunctionInvoker {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final InvocationResult NEVER = new InvocationResult(0, Optional.empty(), new byte[0]);

    private final Map<String, Function<JsonNode, InvocationResult>> functions = new ConcurrentHashMap<>();
    private final List<String> invoked = new CopyOnWriteArrayList<>();
    private final Meter meter = new Meter();
    private final HttpClient client = HttpClient.newHttpClient();
    private final GatewayServer server;

    GatewayFixture(Map<String, ApiResource.Throttling> throttling, List<String> binary)
            throws IOException {
        functions.put("app-Echo", event -> output(Map.of("statusCode", 200, "headers",
                Map.of("Content-Type", "application/json"), "body", event.toString())));
        functions.put("app-Authorize", event -> switch (event.path("authorizationToken")
                .asText()) {
            case "Bearer alice" -> policy("Allow", "alice");
            case "Bearer banned" -> policy("Deny", "banned");
            case "Bearer broken" -> output(Map.of("principalId", "broken"));
            case "Bearer bug" -> failure("NullPointerException");
            default -> failure("Unauthorized");
        });
        functions.put("app-AuthorizeRequest", event -> policy(
                event.at("/headers/X-Shop").asText().equals("open") ? "Allow" : "Deny", "shop"));
        server = GatewayServer.start(api(openApi(), throttling, binary),
                GatewayServer.Options.onPort(0, "eu-central-1", "000000000000").metered(meter),
                this);
    }

    static GatewayFixture start() {
        try {
            return new GatewayFixture(Map.of(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiResource api(ObjectNode definition, Map<String, ApiResource.Throttling> throttling,
            List<String> binary) {
        return new ApiResource(new SourceLine(Path.of("template.yaml"), 7), "Api", "local12345",
                "prod", definition, ApiResource.Throttling.DEFAULT, throttling,
                Map.of("color", "blue"), binary);
    }

    static ObjectNode openApi() {
        try (InputStream yaml = GatewayFixture.class.getResourceAsStream("/gateway/openapi.yaml")) {
            return JSON.valueToTree(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InvocationResult output(Object value) {
        return new InvocationResult(200, Optional.empty(), bytes(value));
    }

    static InvocationResult failure(String message) {
        return new InvocationResult(200, Optional.of("Unhandled"),
                bytes(Map.of("errorMessage", message, "errorType", "java.lang.RuntimeException")));
    }

    static InvocationResult raw(int status, String payload) {
        return new InvocationResult(status, Optional.empty(),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static InvocationResult policy(String effect, String principal) {
        return output(Map.of("principalId", principal, "policyDocument",
                Map.of("Version", "2012-10-17", "Statement",
                        List.of(Map.of("Action", "execute-api:Invoke", "Effect", effect,
                                "Resource", "arn:aws:execute-api:eu-central-1:000000000000:"
                                        + "local12345/prod/*/*"))),
                "context", Map.of("customerId", principal, "level", 3, "vip", true)));
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets {@code app-Behave} answer so; {@link #NEVER} for not at all. */
    void behave(InvocationResult result) {
        functions.put("app-Behave", _ -> result);
    }

    Meter meter() {
        return meter;
    }

    long invocations(String function) {
        return invoked.stream().filter(function::equals).count();
    }

    URI url() {
        return server.url();
    }

    @Override
    public CompletableFuture<InvocationResult> invoke(String function, byte[] payload) {
        invoked.add(function);
        if (!functions.containsKey(function)) {
            return new CompletableFuture<>();
        }
        try {
            InvocationResult result = functions.get(function).apply(JSON.readTree(payload));
            return result.equals(NEVER)
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void invokeAsync(String function, byte[] payload) {
        throw new UnsupportedOperationException("API Gateway waits");
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares replies.
    record Reply(int status, Map<String, List<String>> headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
