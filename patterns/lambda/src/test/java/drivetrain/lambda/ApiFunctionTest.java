package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.Sku;
import drivetrain.testing.FunctionRun;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFunctionTest {
    private static final String EVENT = """
        {"httpMethod":"PUT","path":"/products/SRV-1","resource":"/products/{sku}",
         "pathParameters":{"sku":"SRV-1"},"queryStringParameters":{"limit":"7"},
         "headers":{"x-correlation-id":"c-1"},"body":"{\\"eventId\\":1}","isBase64Encoded":false,
         "requestContext":{"requestId":"r-1","authorizer":{"customerId":"alice",
         "scopes":"customer staff","principalId":"alice","integrationLatency":3}}}""";

    private static FunctionRun run(String event, Function<ApiRequest, ApiResponse> endpoint) {
        var function = new ApiFunction(endpoint);
        return FunctionRun.of(function::handle, event);
    }

    @Test
    void decodesWhatApiGatewayPassesOn() {
        var run = run(EVENT, request -> {
            assertThat(request.path("sku", Sku::new)).isEqualTo(new Sku("SRV-1"));
            assertThat(request.query("limit", 1, 10, 5)).isEqualTo(7);
            assertThat(request.header("X-CORRELATION-ID")).contains("c-1");
            assertThat(request.requireStaff().customerId().value()).isEqualTo("alice");
            return ApiResponse.empty(204);
        });

        assertThat(run.output()).contains("\"statusCode\":204")
                .contains("\"X-Correlation-Id\":\"c-1\"");
        assertThat(run.log()).singleElement().asString().contains("\"answered\"")
                .contains("\"status\":204").contains("\"correlationId\":\"c-1\"");
    }

    @Test
    void goesOnUnderTheFlowThatARequestTurnsOutToBelongTo() {
        var run = run(EVENT, request -> ApiResponse.empty(204)
                .following(new CorrelationId("older-flow")));

        assertThat(run.output()).contains("\"X-Correlation-Id\":\"older-flow\"")
                .doesNotContain("c-1");
        assertThat(run.log()).singleElement().asString()
                .contains("\"correlationId\":\"older-flow\"").doesNotContain("c-1");
    }

    @Test
    void answersWithLongTextsOfAnyCharacters() {
        var name = "\uD83D\uDE42é".repeat(5_000);

        var run = run(EVENT, request -> new ApiResponse(200, Map.of(), "\"" + name + "\""));

        assertThat(run.output()).contains("\\ud83d\\ude42\\u00e9".repeat(5_000));
    }

    @Test
    void turnsAnyExceptionIntoAProblemThatTellsNothing() {
        var run = run(EVENT, request -> {
            throw new IllegalStateException("jdbc:secret");
        });

        assertThat(run.output()).contains("\"statusCode\":500").contains("r-1")
                .doesNotContain("secret");
        assertThat(run.log()).singleElement().asString().contains("\"ERROR\"")
                .contains("jdbc:secret");
    }

    @Test
    void asksToTryAgainAfterATransientFault() {
        var run = run(EVENT, request -> {
            throw new DependencyUnavailable("carrier: 503");
        });

        assertThat(run.output()).contains("\"statusCode\":503").contains("\"Retry-After\":\"1\"")
                .doesNotContain("carrier");
    }

    @Test
    void refusesStrangersAndCustomersWhereStaffIsNeeded() {
        var customer = EVENT.replace("customer staff", "customer");
        var stranger = EVENT.replaceAll("\"authorizer\":\\{[^}]*}", "\"authorizer\":null");
        Function<ApiRequest, ApiResponse> staffOnly = request -> {
            request.requireStaff();
            return ApiResponse.empty(204);
        };

        assertThat(run(EVENT, staffOnly).output()).contains("\"statusCode\":204");
        assertThat(run(customer, staffOnly).output()).contains("\"statusCode\":403");
        assertThat(run(stranger, staffOnly).output()).contains("\"statusCode\":401");
    }

    @Test
    void answersA400ToABodyOfAnotherShape() {
        var type = JsonTypes.strict(QueueMessage.class);
        Function<ApiRequest, ApiResponse> endpoint = request -> ApiResponse.json(200, type,
                request.body(type));

        for (var body : new String[]{"", "null", "[]", "7", "{", "{\\\"messageId\\\":{}}",
                "{\\\"unknown\\\":1}"}) {
            var event = EVENT.replace("{\\\"eventId\\\":1}", body);
            assertThat(run(event, endpoint).output()).as(body).contains("\"statusCode\":400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void answersA400ToAParameterOutOfBoundsAndA404ToAnImpossibleId() {
        var tooMany = EVENT.replace("\"7\"", "\"70\"");
        var noId = EVENT.replace("\"sku\":\"SRV-1\"", "\"sku\":\"a/b\"");

        assertThat(run(tooMany, request -> {
            request.query("limit", 1, 10, 5);
            return ApiResponse.empty(204);
        }).output()).contains("\"statusCode\":400").contains("must be 1 to 10");
        assertThat(run(noId, request -> {
            request.path("sku", Sku::new);
            return ApiResponse.empty(204);
        }).output()).contains("\"statusCode\":404");
    }

    @Test
    void tellsBrowsersAndCachesHowToTreatEveryAnswer() {
        var run = run(EVENT.replace("\"requestContext\"",
                "\"stageVariables\":{\"allowedOrigin\":\"https://shop.example\"},"
                        + "\"requestContext\""),
                _ -> {
                    throw new IllegalStateException("a bug");
                });

        assertThat(run.output()).contains("\"statusCode\":500")
                .contains("\"Access-Control-Allow-Origin\":\"https://shop.example\"")
                .contains("\"Cache-Control\":\"no-store\"")
                .contains("\"X-Content-Type-Options\":\"nosniff\"")
                .contains("\"Strict-Transport-Security\":\"max-age=63072000; ")
                .contains("\"Content-Security-Policy\":\"default-src 'none'; ");
    }

    @Test
    void letsNoOtherOriginInUnlessTheStageNamesOne() {
        var run = run(EVENT, _ -> ApiResponse.empty(204).with("cache-control", "max-age=60"));

        assertThat(run.output()).doesNotContain("Access-Control").contains("max-age=60")
                .doesNotContain("no-store");
    }

    @Test
    void refusesABodyThatIsSaidToBeSomethingElseThanJson() {
        var run = run(EVENT.replace("\"x-correlation-id\"",
                "\"content-type\":\"text/plain\",\"x-correlation-id\""),
                request -> ApiResponse.json(200, JsonTypes.strict(EventMetadata.class),
                        request.body(JsonTypes.strict(EventMetadata.class))));

        assertThat(run.output()).contains("\"statusCode\":415")
                .contains("urn:drivetrain:problem:unsupported-media-type");
    }

    @Test
    void refusesATokenWhoseScopesAreOfAnotherApi() {
        var run = run(EVENT.replace("customer staff", "openid profile"), request -> {
            request.requireCaller();
            return ApiResponse.empty(204);
        });

        assertThat(run.output()).contains("\"statusCode\":403");
    }

    @ParameterizedTest
    @CsvSource({"32000, 200", "32001, 413", "32769, 413", "2000000, 413"})
    void readsBodiesOfUpTo32000Characters(int characters, int status) {
        var body = "x".repeat(characters);

        var run = run(EVENT.replace("{\\\"eventId\\\":1}", body), request -> {
            assertThat(request.body()).isEqualTo(body);
            return ApiResponse.empty(200);
        });

        assertThat(run.output()).contains("\"statusCode\":" + status);
    }
}
