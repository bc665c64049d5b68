package drivetrain.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerPolicyTest {
    private static final String ARN = "arn:aws:execute-api:eu-central-1:1:api/prod/";

    @ParameterizedTest
    @CsvSource({"*, true", "arn:aws:execute-api:eu-central-1:1:api/prod/GET/orders/*, true",
            "arn:aws:execute-api:*:1:api/*/GET/orders/??, true",
            "arn:aws:execute-api:eu-central-1:1:api/prod/POST/*, false",
            "arn:aws:execute-api:eu-central-1:1:api/prod/GET/orders, false",
            "arn:aws:execute-api:eu-central-1:1:api/prod/GET/orders/?, false"})
    void allowsWhatAStatementNames(String resource, boolean allowed) {
        AuthorizerPolicy policy = policy(statement("Allow", "execute-api:Invoke", resource));

        assertThat(allows(policy, "GET/orders/42")).isEqualTo(allowed);
    }

    @Test
    void deniesEvenWhereAnotherStatementAllows() {
        AuthorizerPolicy policy = policy(statement("Allow", "*", "*") + ","
                + statement("Deny", "execute-api:*", "*/POST/*"));

        assertThat(allows(policy, "GET/a")).isTrue();
        assertThatThrownBy(() -> policy.requireAllowed(ARN + "POST/a"))
                .hasMessageContaining("explicit deny");
    }

    @Test
    void deniesOtherActions() {
        assertThat(allows(policy(statement("Allow", "s3:*", "*")), "GET/a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{}", "{\"principalId\":1}",
            "{\"principalId\":\"a\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Perhaps\"}]}}",
            "{\"principalId\":\"a\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{}}]}}",
            "{\"principalId\":\"a\",\"context\":{\"o\":{}},\"policyDocument\":{\"Statement\":[]}}"})
    void refusesWhatIsNoPolicy(String answer) {
        assertThatThrownBy(() -> AuthorizerPolicy.read(answer.getBytes(UTF_8)))
                .isInstanceOf(GatewayRefusal.class);
    }

    @Test
    void isForgottenAfterItsTimeToLive() {
        var clock = new SettableClock();
        var cache = new PolicyCache(Duration.ofSeconds(60), clock);
        cache.put("token", policy(statement("Allow", "*", "*")));

        clock.now = Instant.ofEpochSecond(59);
        assertThat(cache.get("token")).isPresent();
        assertThat(cache.get("other")).isEmpty();
        clock.now = Instant.ofEpochSecond(60);
        assertThat(cache.get("token")).isEmpty();
    }

    private static boolean allows(AuthorizerPolicy policy, String method) {
        try {
            policy.requireAllowed(ARN + method);
            return true;
        } catch (GatewayRefusal refusal) {
            assertThat(refusal.type()).isEqualTo(GatewayResponseType.ACCESS_DENIED);
            return false;
        }
    }

    private static AuthorizerPolicy policy(String statements) {
        return AuthorizerPolicy.read(("{\"principalId\":\"a\",\"policyDocument\":{\"Statement\":["
                + statements + "]}}").getBytes(UTF_8));
    }

    private static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"%s\",\"Action\":\"%s\",\"Resource\":[\"%s\"]}".formatted(effect,
                action, resource);
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
