package drivetrain.gateway.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.gateway.application.Authorize;
import drivetrain.gateway.domain.Identity;
import drivetrain.kernel.CustomerId;
import drivetrain.lambda.InvalidEnvironment;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeHandlerTest {
    private final AuthorizeHandler handler = new AuthorizeHandler(
            new Authorize(token -> token.equals("good.token.here")
                    ? Optional.of(new Identity(new CustomerId("alice"),
                            Set.of("staff", "customer")))
                    : Optional.empty()));

    @Test
    void letsAValidTokenIntoTheWholeApi() {
        var run = FunctionRun.of(handler, event("Authorize"));

        assertThat(run.output()).isEqualTo("""
            {"principalId":"alice","policyDocument":{"Version":"2012-10-17","Statement":[{\
            "Action":"execute-api:Invoke","Effect":"Allow","Resource":\
            "arn:aws:execute-api:eu-central-1:000000000000:api1/prod/*/*"}]},\
            "context":{"customerId":"alice","scopes":"customer staff"}}""");
        assertThat(run.log()).noneMatch(line -> line.contains("good.token.here"));
    }

    @Test
    void answersAnythingElseAsApiGatewayWantsIt() {
        var forged = event("Authorize-forged");

        assertThatThrownBy(() -> FunctionRun.of(handler, forged)).hasMessage("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.token.here", "Basic good.token.here", "Bearer", "Bearer ",
            "Bearer  good.token.here", "Bearer good.token.here ", "Bearer good.token.here,x",
            "Bearer good.token.here Bearer good.token.here", "BEARER good.token.here"})
    void wantsExactlyOneBearerToken(String header) {
        var event = "{\"type\":\"TOKEN\",\"methodArn\":\"arn:aws:execute-api:r:a:b/c/GET/\","
                + "\"authorizationToken\":\"" + header + "\"}";

        assertThatThrownBy(() -> FunctionRun.of(handler, event)).hasMessage("Unauthorized");
    }

    @Test
    void refusesARequestWithoutAToken() {
        assertThatThrownBy(() -> FunctionRun.of(handler, "{\"type\":\"TOKEN\"}"))
                .hasMessage("Unauthorized");
        assertThatThrownBy(() -> FunctionRun.of(handler,
                "{\"authorizationToken\":\"Bearer " + "a".repeat(9_000) + "\"}"))
                .hasMessage("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "arn:aws:execute-api:r:a:*/*/GET/x", "arn:aws:s3:::bucket/x/",
            "arn:aws:execute-api:r:a:b"})
    void answersNothingForAnArnThatIsNoMethodOfOurs(String arn) {
        var event = "{\"authorizationToken\":\"Bearer good.token.here\",\"methodArn\":\"" + arn
                + "\"}";

        assertThatThrownBy(() -> FunctionRun.of(handler, event))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAllThatIsMissingAtStart() {
        assertThatThrownBy(() -> new AuthorizeHandler(Map.of()))
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("TOKEN_ISSUER")
                .hasMessageContaining("TOKEN_AUDIENCE").hasMessageContaining("TOKEN_PROFILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example", "ftp://issuer.example", "issuer.example",
            "http://localhost.example", "http:issuer", "https"})
    void wantsAnIssuerThatNobodyCanImpersonate(String issuer) {
        assertThatThrownBy(() -> new AuthorizeHandler(Map.of("TOKEN_ISSUER", issuer,
                "TOKEN_AUDIENCE", "drivetrain", "TOKEN_PROFILE", "RFC9068")))
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("TOKEN_ISSUER");
    }

    private static String event(String name) {
        return SampleEvents.read("gateway/" + name);
    }
}
