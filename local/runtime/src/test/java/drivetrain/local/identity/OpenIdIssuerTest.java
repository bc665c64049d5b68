package drivetrain.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenIdIssuerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private OpenIdIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = OpenIdIssuer.start(OpenIdIssuer.Options.onPort(0, "drivetrain"));
    }

    @AfterEach
    void stop() {
        client.close();
        issuer.close();
    }

    @Test
    void issuesTokensThatItsOwnKeysVerify() throws Exception {
        JsonNode answer = JSON.readTree(
                post("user=alice&scope=customer%20staff").body());

        JWTClaimsSet claims = verified(answer.path("access_token").asText());
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getStringClaim("scope")).isEqualTo("customer staff");
        assertThat(claims.getIssuer()).isEqualTo(issuer.url().toString());
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.path("scope").asText()).isEqualTo("customer staff");
    }

    @Test
    void describesItself() throws Exception {
        JsonNode document = get("/.well-known/openid-configuration");

        assertThat(document.path("issuer").asText()).isEqualTo(issuer.url().toString());
        assertThat(document.path("token_endpoint").asText())
                .isEqualTo(issuer.tokenUrl().toString());
        JsonNode key = get(URI.create(document.path("jwks_uri").asText()).getPath())
                .at("/keys/0");
        assertThat(key.path("alg").asText()).isEqualTo("ES256");
        assertThat(key.has("d")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"grant_type=client_credentials&client_id=bob, bob",
            "grant_type=password&username=carol&password=x, carol", "user=dave, dave"})
    void takesTheUsualForms(String form, String subject) throws Exception {
        String token = JSON.readTree(post(form).body()).path("access_token").asText();

        assertThat(verified(token).getSubject()).isEqualTo(subject);
        assertThat(verified(token).getStringClaim("scope")).isEqualTo("customer");
    }

    @Test
    void takesTheClientOfBasicAuthentication() throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(issuer.tokenUrl()).header("Authorization",
                        "Basic YWxpY2U6c2VjcmV0")
                        .POST(HttpRequest.BodyPublishers.ofString("scope=staff")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(verified(JSON.readTree(response.body()).path("access_token").asText())
                .getSubject()).isEqualTo("alice");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({"scope=customer, invalid_request", "user=a%20b, invalid_request",
            "user=, invalid_request", "user=a&scope=root, invalid_scope",
            "user=a&grant_type=authorization_code, unsupported_grant_type"})
    void refusesWhatItCannotIssue(String form, String error) throws Exception {
        HttpResponse<String> response = post(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).path("error").asText()).isEqualTo(error);
    }

    @Test
    void issuesTokensForAnotherAudienceAndWithAnotherLifetimeOnRequest() throws Exception {
        JsonNode answer = JSON.readTree(post("user=alice&audience=other&lifetime=-60").body());

        JWTClaimsSet claims = SignedJWT.parse(answer.path("access_token").asText())
                .getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("other");
        assertThat(claims.getExpirationTime().toInstant()).isBefore(Instant.now());
        assertThat(post("user=alice&lifetime=long").statusCode()).isEqualTo(400);
    }

    @Test
    void issuesExpiredTokensOnRequest() {
        String token = issuer.issue(new TokenRequest("alice", Set.of("customer"), "drivetrain",
                Duration.ofHours(-1)));

        assertThatThrownBy(() -> verified(token)).isInstanceOf(BadJWTException.class)
                .hasMessageContaining("Expired");
    }

    @Test
    void hasAKeyOfItsOwnEachTime() throws Exception {
        try (var other = OpenIdIssuer.start(OpenIdIssuer.Options.onPort(0, "drivetrain"))) {
            String token = other.tokenFor("alice", Set.of("staff"));

            assertThatThrownBy(() -> verified(token)).hasMessageContaining("no matching key");
        }
    }

    private JWTClaimsSet verified(String token) throws Exception {
        var keys = new ImmutableJWKSet<SecurityContext>(JWKSet.parse(get("/jwks").toString()));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>("drivetrain",
                new JWTClaimsSet.Builder().issuer(issuer.url().toString()).build(),
                Set.of("sub", "exp", "iat")));
        return processor.process(token, null);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(client.send(HttpRequest.newBuilder(URI.create(issuer.url() + path))
                .build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(issuer.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
