package drivetrain.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import drivetrain.gateway.domain.Identity;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdTokenVerifierTest {
    private static final Identity ALICE = new Identity(new CustomerId("alice"),
            Set.of("customer"));
    private final Issuer issuer = new Issuer();
    private final OpenIdTokenVerifier verifier = issuer.verifier();

    @Test
    void acceptsATokenOfTheIssuer() {
        assertThat(verifier.verify(issuer.token(issuer.claims().build()))).contains(ALICE);
    }

    @Test
    void acceptsEllipticCurvesAndTheTypeOfAccessTokens() {
        var header = Issuer.header(JWSAlgorithm.ES256, "ec-1").type(new JOSEObjectType("at+jwt"));

        assertThat(verifier.verify(Issuer.sign(header.build(), issuer.claims().build(), Issuer.EC)))
                .contains(ALICE);
    }

    @Test
    void acceptsWhatCognitoIssues() {
        var cognito = issuer.verifier(TokenProfile.COGNITO, "web-client", "machine-client");

        assertThat(cognito.verify(cognitoToken(cognitoClaims()))).hasValueSatisfying(
                identity -> assertThat(identity.scopeText()).isEqualTo("customer"));
        assertThat(cognito.verify(cognitoToken(cognitoClaims().claim("client_id", "machine-client")
                .claim("scope", "drivetrain/staff")))).hasValueSatisfying(
                        identity -> assertThat(identity.scopeText()).isEqualTo("staff"));
    }

    @Test
    void takesScopesOfCognitoFromOurResourceServerAndOurGroupsAlone() {
        var cognito = issuer.verifier(TokenProfile.COGNITO, "web-client");
        var claims = cognitoClaims().claim("scope",
                "staff other/staff openid aws.cognito.signin.user.admin drivetrain/customer");

        assertThat(cognito.verify(cognitoToken(claims)).orElseThrow().scopeText())
                .isEqualTo("customer");
        assertThat(cognito.verify(cognitoToken(claims.claim("cognito:groups",
                List.of("staff", "Big Customers", "drivetrain/admin")))).orElseThrow().scopeText())
                .isEqualTo("customer staff");
    }

    @Test
    void refusesWhatCognitoIssuesForOthers() {
        var cognito = issuer.verifier(TokenProfile.COGNITO, "web-client");

        for (var claims : List.of(cognitoClaims().claim("client_id", "other-client"),
                cognitoClaims().claim("client_id", null),
                cognitoClaims().claim("client_id", null).audience("web-client"),
                cognitoClaims().claim("token_use", "id").audience("web-client"),
                cognitoClaims().claim("token_use", null),
                cognitoClaims().claim("client_id", List.of("web-client")))) {
            assertThat(cognito.verify(cognitoToken(claims))).as("%s", claims.build()).isEmpty();
        }
    }

    @Test
    void believesGroupsOfCognitoOnly() {
        var claims = issuer.claims().claim("cognito:groups", List.of("staff")).build();

        assertThat(verifier.verify(issuer.token(claims))).contains(ALICE);
    }

    private JWTClaimsSet.Builder cognitoClaims() {
        return issuer.claims().audience((String) null).claim("token_use", "access")
                .claim("client_id", "web-client").claim("scope", "openid drivetrain/customer");
    }

    private static String cognitoToken(JWTClaimsSet.Builder claims) {
        return Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "rsa-1").type(null).build(),
                claims.build(), Issuer.RSA);
    }

    @Test
    void readsScopesFromATextOrAList() {
        assertThat(scopes("customer  staff")).isEqualTo("customer staff");
        assertThat(scopes(List.of("staff", "customer"))).isEqualTo("customer staff");
        assertThat(scopes("")).isEmpty();
        assertThat(scopes(null)).isEmpty();
    }

    @Test
    void takesEachClaimAtItsWord() {
        assertRefused(issuer.claims().issuer("https://issuer.example/other"));
        assertRefused(issuer.claims().issuer(null));
        assertRefused(issuer.claims().audience("another"));
        assertRefused(issuer.claims().audience((String) null));
        assertRefused(issuer.claims().audience("another").claim("client_id", Issuer.AUDIENCE));
        assertRefused(issuer.claims().subject(null));
        assertRefused(issuer.claims().subject(""));
        assertRefused(issuer.claims().subject("a b"));
        assertRefused(issuer.claims().subject("x".repeat(200)));
        assertRefused(issuer.claims().claim("token_use", "id"));
        assertRefused(issuer.claims().claim("token_use", 7));
        assertRefused(issuer.claims().claim("scope", 7));
        assertRefused(issuer.claims().claim("scope", List.of("a b")));
        assertRefused(issuer.claims().expirationTime(null));
        assertRefused(issuer.claims().audience((String) null).claim("client_id", Issuer.AUDIENCE));
    }

    @Test
    void toleratesAMinuteOfSkewAndNoMore() {
        var now = issuer.clock.instant();

        assertAccepted(issuer.claims().expirationTime(Date.from(now.minusSeconds(59))));
        assertRefused(issuer.claims().expirationTime(Date.from(now.minusSeconds(60))));
        assertAccepted(issuer.claims().notBeforeTime(Date.from(now.plusSeconds(60))));
        assertRefused(issuer.claims().notBeforeTime(Date.from(now.plusSeconds(61))));
        assertRefused(issuer.claims().issueTime(Date.from(now.plusSeconds(61))));
    }

    @Test
    void wantsAnEndWithinAMonth() {
        var now = issuer.clock.instant();

        assertAccepted(issuer.claims().expirationTime(Date.from(now.plus(Duration.ofDays(30)))));
        assertRefused(issuer.claims().expirationTime(Date.from(now.plus(Duration.ofDays(32)))));
    }

    @Test
    void followsARotationOfKeys() {
        var token = issuer.token(issuer.claims().build());
        verifier.verify(token);
        var next = Issuer.rsa("rsa-2");
        issuer.publish(next);
        issuer.pass(Duration.ofMinutes(1));
        var claims = issuer.claims().build();
        var header = Issuer.header(JWSAlgorithm.RS256, "rsa-2").build();

        assertThat(verifier.verify(Issuer.sign(header, claims, next))).contains(ALICE);
        assertThat(verifier.verify(token)).isEmpty();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void fetchesKeysOnceForAnHour() {
        var claims = issuer.claims().expirationTime(
                Date.from(issuer.clock.instant().plusSeconds(86_400))).build();
        var token = issuer.token(claims);
        for (int minute = 0; minute <= 60; minute++) {
            assertThat(verifier.verify(token)).contains(ALICE);
            issuer.pass(Duration.ofMinutes(1));
        }
        assertThat(issuer.fetches()).isEqualTo(1);

        assertThat(verifier.verify(token)).contains(ALICE);
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void cannotBeMadeToFloodTheIssuer() {
        for (int i = 0; i < 300; i++) {
            var header = Issuer.header(JWSAlgorithm.RS256, "made-up-" + i).build();
            assertThat(verifier.verify(
                    Issuer.sign(header, issuer.claims().build(), Issuer.RSA))).isEmpty();
            issuer.pass(Duration.ofSeconds(1));
        }

        assertThat(issuer.fetches()).isLessThanOrEqualTo(11);
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheIssuerIsDown() {
        verifier.verify(issuer.token(issuer.claims().build()));
        issuer.goDown();
        issuer.pass(Duration.ofHours(23));

        assertThat(verifier.verify(issuer.token(issuer.claims().build()))).contains(ALICE);

        issuer.pass(Duration.ofHours(2));
        assertThatThrownBy(() -> verifier.verify(issuer.token(issuer.claims().build())))
                .isInstanceOf(DependencyUnavailable.class);
    }

    @Test
    void saysThatItCannotTellWhenItNeverSawAKey() {
        issuer.goDown();
        var token = issuer.token(issuer.claims().build());

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(DependencyUnavailable.class);
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(DependencyUnavailable.class);
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "null", "{}"})
    void refusesWhatIsNoToken(String text) {
        assertThat(verifier.verify(text)).isEmpty();
    }

    private String scopes(Object claim) {
        return verifier.verify(issuer.token(issuer.claims().claim("scope", claim).build()))
                .orElseThrow().scopeText();
    }

    private void assertAccepted(JWTClaimsSet.Builder claims) {
        assertThat(verifier.verify(issuer.token(claims.build()))).contains(ALICE);
    }

    private void assertRefused(JWTClaimsSet.Builder claims) {
        assertThat(verifier.verify(issuer.token(claims.build()))).as("%s", claims.build())
                .isEmpty();
    }
}
