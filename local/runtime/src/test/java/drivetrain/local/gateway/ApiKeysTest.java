package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.ApiResource;
import drivetrain.local.template.ApiResource.Throttling;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.UsagePlan;
import drivetrain.local.template.UsagePlan.Period;
import drivetrain.local.template.UsagePlan.Quota;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method that wants an API key, under a usage plan. */
class ApiKeysTest {
    private static final String KEY = "a-key-of-some-partner-0001";
    private static final String OTHER = "a-key-of-some-partner-0002";
    private static final Throttling AMPLE = new Throttling(1_000, 1_000);

    private Instant now = Instant.parse("2026-01-30T23:00:00Z");

    @Test
    void nobodyPassesWithoutAKeyOfThePlan() {
        ApiGateway gateway = gateway(new UsagePlan("p", AMPLE, Optional.empty(), Set.of(KEY)));

        assertThat(status(gateway, KEY)).isEqualTo(200);
        assertThat(status(gateway, OTHER)).isEqualTo(403);
        assertThat(status(gateway, "")).isEqualTo(403);
    }

    @Test
    void eachKeyHasABucketOfItsOwn() {
        ApiGateway gateway = gateway(new UsagePlan("p", new Throttling(0.001, 2),
                Optional.empty(), Set.of(KEY, OTHER)));

        assertThat(List.of(status(gateway, KEY), status(gateway, KEY), status(gateway, KEY),
                status(gateway, OTHER))).containsExactly(200, 200, 429, 200);
    }

    @ParameterizedTest
    @CsvSource({"DAY, PT1H", "WEEK, PT25H", "MONTH, PT25H"})
    void aQuotaLastsUntilItsPeriodEnds(Period period, Duration untilTheNext) {
        ApiGateway gateway = gateway(new UsagePlan("p", AMPLE,
                Optional.of(new Quota(1, period)), Set.of(KEY)));

        assertThat(status(gateway, KEY)).isEqualTo(200);
        now = now.plus(untilTheNext).minusSeconds(3_601);
        assertThat(status(gateway, KEY)).isEqualTo(429);
        now = now.plusSeconds(3_601);
        assertThat(status(gateway, KEY)).isEqualTo(200);
    }

    private static int status(ApiGateway gateway, String key) {
        return gateway.handle(new HttpCall("GET", "/metered", Map.of(),
                Map.of("X-Api-Key", List.of(key)), new byte[0], false, "127.0.0.1", "HTTP/1.1"))
                .status();
    }

    private ApiGateway gateway(UsagePlan plan) {
        var api = new ApiResource(new SourceLine(Path.of("template.yaml"), 7), "Api", "local12345",
                "prod", definition(), AMPLE, Map.of(), Map.of(), List.of(), List.of(plan));
        return new ApiGateway(api, new ApiStage("local12345", "prod", "eu-central-1",
                "000000000000", Map.of(), clock(), () -> "00000000-0000-0000-0000-0000"),
                new NoFunctions(), new Meter());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("Nobody asks for another zone");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** The method is answered by a mock. */
    private static final class NoFunctions implements FunctionInvoker {
        @Override
        public CompletableFuture<InvocationResult> invoke(String function, byte[] payload) {
            throw new UnsupportedOperationException(function);
        }

        @Override
        public void invokeAsync(String function, byte[] payload) {
            throw new UnsupportedOperationException(function);
        }
    }

    private static ObjectNode definition() {
        try {
            return (ObjectNode) GatewayFixture.JSON.readTree("""
                    {"openapi": "3.0.1", "paths": {"/metered": {"get": {
                      "security": [{"key": []}],
                      "x-amazon-apigateway-integration": {"type": "mock",
                        "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                        "responses": {"default": {"statusCode": "200"}}}}}},
                     "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header",
                       "name": "X-API-Key"}}}}
                    """);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
