package drivetrain.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import drivetrain.local.template.ApiResource.Throttling;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayServerTest {
    private static final String ORDER = "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":2}]}";
    private static final String[] ALICE = {"Authorization", "Bearer alice", "Idempotency-Key",
            "k1", "Content-Type", "application/json"};

    private GatewayFixture api;

    @BeforeEach
    void start() {
        api = GatewayFixture.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void passesARequestToTheFunctionOfItsRoute() {
        JsonNode event = api.get("/orders/o%201?version=2&tag=a&tag=b%26").json();

        assertThat(event.at("/resource").asText()).isEqualTo("/orders/{orderId}");
        assertThat(event.at("/path").asText()).isEqualTo("/orders/o%201");
        assertThat(event.at("/pathParameters/orderId").asText()).isEqualTo("o 1");
        assertThat(event.at("/queryStringParameters/tag").asText()).isEqualTo("b&");
        assertThat(event.at("/multiValueQueryStringParameters/tag")).hasSize(2);
        assertThat(event.at("/requestContext/operationName").asText()).isEqualTo("getOrder");
    }

    @Test
    void prefersLiteralsToParametersAndTakesTheRestGreedily() {
        assertThat(api.get("/orders/latest").json().at("/resource").asText())
                .isEqualTo("/orders/latest");
        JsonNode greedy = api.send("PATCH", "/files/a/b.txt", new byte[0]).json();
        assertThat(greedy.at("/pathParameters/proxy").asText()).isEqualTo("a/b.txt");
        assertThat(greedy.at("/httpMethod").asText()).isEqualTo("PATCH");
    }

    @Test
    void answersUnknownRoutesAndMethodsAsTheApiCustomizedIt() {
        GatewayFixture.Reply path = api.get("/nothing/here");
        GatewayFixture.Reply method = api.send("DELETE", "/orders", new byte[0]);

        assertThat(path.status()).isEqualTo(404);
        assertThat(path.header("content-type")).isEqualTo("application/problem+json");
        assertThat(path.header("x-amzn-errortype"))
                .isEqualTo("MissingAuthenticationTokenException");
        assertThat(path.json().at("/path").asText()).isEqualTo("/nothing/here");
        assertThat(path.json().at("/kind").asText()).isEqualTo("MISSING_AUTHENTICATION_TOKEN");
        assertThat(method.status()).isEqualTo(404);
    }

    @Test
    void metersRequestsByRoute() {
        api.get("/orders/o1");
        api.get("/orders/o2");
        api.get("/nothing/here");

        assertThat(api.meter().usage()).containsExactly(
                new Usage(new Use("apigateway", "execute-api", "GET", ""), 1, 0, 0),
                new Usage(new Use("apigateway", "execute-api", "GET", "/orders/{orderId}"), 2, 0,
                        0));
    }

    @Test
    void tellsTheFunctionWhoCalls() {
        JsonNode event = api.post("/orders", ORDER, ALICE).json();

        JsonNode caller = event.at("/requestContext/authorizer");
        assertThat(caller.at("/principalId").asText()).isEqualTo("alice");
        assertThat(caller.at("/customerId").asText()).isEqualTo("alice");
        assertThat(caller.at("/level")).isEqualTo(GatewayFixture.JSON.valueToTree("3"));
        assertThat(caller.at("/vip")).isEqualTo(GatewayFixture.JSON.valueToTree("true"));
    }

    @Test
    void asksTheAuthorizerOncePerToken() {
        api.post("/orders", ORDER, ALICE);
        api.post("/orders", ORDER, ALICE);
        assertThat(api.invocations("app-Authorize")).isEqualTo(1);

        authorize("Bearer stranger");
        assertThat(api.invocations("app-Authorize")).isEqualTo(2);
    }

    @Test
    void turnsCallersAwayWithoutAskingIfTheTokenIsNone() {
        GatewayFixture.Reply none = api.post("/orders", ORDER, "Idempotency-Key", "k");
        GatewayFixture.Reply wrong = authorize("Basic abc");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("content-type")).isEqualTo("application/problem+json");
        assertThat(none.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(none.json().at("/title").asText()).isEqualTo("Unauthorized");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(api.invocations("app-Authorize")).isZero();
        assertThat(api.invocations("app-Echo")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"stranger, 401", "banned, 403", "broken, 500", "bug, 500"})
    void answersAsTheAuthorizerDecides(String token, int status) {
        GatewayFixture.Reply reply = authorize("Bearer " + token);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(api.invocations("app-Echo")).isZero();
    }

    @Test
    void givesARequestAuthorizerTheWholeRequest() {
        assertThat(api.get("/shop?shop=1", "X-Shop", "open").status()).isEqualTo(200);
        assertThat(api.get("/shop?shop=1", "X-Shop", "open").status()).isEqualTo(200);
        assertThat(api.get("/shop?shop=1", "X-Shop", "closed").status()).isEqualTo(403);
        assertThat(api.get("/shop", "X-Shop", "open").status()).isEqualTo(401);
        assertThat(api.invocations("app-AuthorizeRequest")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"lines\":[]}", "{\"lines\":[]} {}",
            "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":0}]}",
            "{\"lines\":[{\"sku\":\"a 1\",\"quantity\":1}]}",
            "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":1.5}]}",
            "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":1}],\"other\":1}",
            "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":1}],\"note\":\"01234567890\"}"})
    void refusesBodiesThatDoNotFitTheirSchema(String body) {
        GatewayFixture.Reply reply = api.post("/orders", body, ALICE);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/title").asText()).isEqualTo("Invalid request body");
        assertThat(reply.json().at("/detail").asText()).startsWith("[");
        assertThat(api.invocations("app-Echo")).isZero();
    }

    @Test
    void letsNullPassWhereTheSchemaSaysNullable() {
        GatewayFixture.Reply reply = api.post("/orders",
                "{\"lines\":[{\"sku\":\"A-1\",\"quantity\":1}],\"note\":null}", ALICE);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void refusesRequestsWithoutTheirRequiredParameters() {
        GatewayFixture.Reply header = api.post("/orders", ORDER, "Authorization", "Bearer alice");
        GatewayFixture.Reply query = api.get("/search?q=%20");

        assertThat(header.status()).isEqualTo(400);
        assertThat(header.json().at("/title").asText())
                .isEqualTo("Missing required request parameters: [Idempotency-Key]");
        assertThat(query.status()).isEqualTo(400);
        assertThat(api.get("/search?q=x").status()).isEqualTo(200);
    }

    @Test
    void refusesMediaTypesWithoutATemplateWhereToldTo() {
        api.behave(GatewayFixture.output(Map.of("statusCode", 204)));

        assertThat(api.post("/strict", "<a/>", "Content-Type", "text/xml").status())
                .isEqualTo(415);
        assertThat(api.post("/strict", "{}", "Content-Type", "application/json; charset=utf-8")
                .status()).isEqualTo(204);
    }

    @Test
    void answersPreflightsByItself() {
        GatewayFixture.Reply reply = api.send("OPTIONS", "/orders", new byte[0]);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("access-control-allow-methods")).isEqualTo("POST,GET");
        assertThat(reply.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "null", "", "{\"statusCode\":\"ok\"}",
            "{\"statusCode\":99}", "{\"statusCode\":200,\"body\":{\"a\":1}}",
            "{\"status\":200,\"body\":\"x\"}", "{\"statusCode\":200,\"headers\":[]}"})
    void answers502ToMalformedAnswers(String payload) {
        api.behave(GatewayFixture.raw(200, payload));

        GatewayFixture.Reply reply = api.post("/behave", "");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().at("/message").asText()).isEqualTo("Internal server error");
    }

    @Test
    void tellsNothingOfWhatWentWrongInAFunction() {
        api.behave(GatewayFixture.failure("secret innards"));
        GatewayFixture.Reply failed = api.post("/behave", "");
        api.behave(new InvocationResult(429, Optional.of("TooManyRequestsException"),
                "{}".getBytes(UTF_8)));
        GatewayFixture.Reply refused = api.post("/behave", "");

        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.text()).doesNotContain("secret");
        assertThat(refused.status()).isEqualTo(500);
    }

    @Test
    void doesNotWaitForeverForAFunction() {
        api.behave(GatewayFixture.NEVER);

        GatewayFixture.Reply reply = api.post("/strict", "{}", "Content-Type",
                "application/json");

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.json().at("/message").asText()).isEqualTo("Endpoint request timed out");
    }

    @Test
    void passesHeadersOfTheAnswerOn() {
        api.behave(GatewayFixture.output(Map.of("statusCode", "201", "headers",
                Map.of("Location", "/orders/1", "X-One", "single", "Server", "mine"),
                "multiValueHeaders", Map.of("X-One", List.of("a", "b")), "body", "ok")));

        GatewayFixture.Reply reply = api.post("/behave", "");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("location")).isEqualTo("/orders/1");
        assertThat(reply.headers().get("x-one")).containsExactly("a", "b");
        assertThat(reply.header("x-amzn-remapped-server")).isEqualTo("mine");
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.header("x-amzn-requestid")).hasSize(36);
    }

    @Test
    void refusesBodiesBeyondTenMebibytes() {
        GatewayFixture.Reply reply = api.send("POST", "/behave", new byte[10 * 1024 * 1024 + 1]);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().at("/title").asText()).isEqualTo("Request Too Long");
        assertThat(api.invocations("app-Behave")).isZero();
    }

    @Test
    void refusesHeadersBeyondTheLimitInItsOwnForm() {
        GatewayFixture.Reply reply = api.get("/search?q=1", "X-Long", "x".repeat(20_000));

        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void answersNonsenseInItsOwnForm() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), api.url().getPort())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json")
                    .doesNotContain("Exception:").doesNotContain("jetty");
        }
    }

    @Test
    void throttlesAMethodByItself() throws IOException {
        try (var throttled = new GatewayFixture(Map.of("GET /search", new Throttling(0.001, 3)),
                List.of())) {
            List<Integer> statuses = IntStream.range(0, 4)
                    .mapToObj(_ -> throttled.get("/search?q=1").status()).toList();

            assertThat(statuses).containsExactly(200, 200, 200, 429);
            assertThat(throttled.get("/orders/1").status()).isEqualTo(200);
        }
    }

    @Test
    void passesBinaryBodiesAsBase64() throws IOException {
        byte[] bytes = {0, (byte) 0xff, 3};
        try (var binary = new GatewayFixture(Map.of(), List.of("image/*"))) {
            JsonNode event = binary.send("POST", "/files/a", bytes, "Content-Type", "image/png")
                    .json();
            binary.behave(GatewayFixture.output(Map.of("statusCode", 200, "isBase64Encoded", true,
                    "body", Base64.getEncoder().encodeToString(bytes))));
            GatewayFixture.Reply wanted = binary.post("/behave", "", "Accept", "image/png");
            GatewayFixture.Reply unwanted = binary.post("/behave", "", "Accept", "text/plain");

            assertThat(event.at("/isBase64Encoded").asBoolean()).isTrue();
            assertThat(event.at("/body").asText()).isEqualTo("AP8D");
            assertThat(wanted.bytes()).isEqualTo(bytes);
            assertThat(unwanted.text()).isEqualTo("AP8D");
        }
    }

    private GatewayFixture.Reply authorize(String header) {
        return api.post("/orders", ORDER, "Authorization", header, "Idempotency-Key", "k1",
                "Content-Type", "application/json");
    }
}
