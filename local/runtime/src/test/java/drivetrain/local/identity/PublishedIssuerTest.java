package drivetrain.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedIssuerTest {
    private static final String URL = "https://bucket.example/issuer";

    private final PublishedIssuer issuer = new PublishedIssuer(URI.create(URL),
            Clock.systemUTC());

    @Test
    void publishesWhatVerifiesItsTokens() throws Exception {
        SignedJWT token = SignedJWT.parse(issuer.issue(new TokenRequest("alice",
                Set.of("customer"), "drivetrain", Duration.ofMinutes(1))));
        JsonNode document = JsonMapper.builder().build()
                .readTree(issuer.documents().get("/.well-known/openid-configuration"));
        String keys = document.path("jwks_uri").asText();

        assertThat(document.path("issuer").asText()).isEqualTo(URL);
        assertThat(keys).startsWith(URL);
        assertThat(token.verify(new ECDSAVerifier(
                JWKSet.parse(issuer.documents().get(keys.substring(URL.length())))
                        .getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(URL);
    }
}
