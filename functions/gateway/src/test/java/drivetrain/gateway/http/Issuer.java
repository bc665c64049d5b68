package drivetrain.gateway.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** An issuer in memory, whose keys can be rotated, and which can be down. */
final class Issuer implements KeySetSource {
    static final String URL = "https://issuer.example/pool";
    static final String AUDIENCE = "drivetrain";
    static final RSAKey RSA = rsa("rsa-1");
    static final ECKey EC = ec("ec-1");

    private JWKSet keys = new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK()));
    private boolean down;
    private int fetches;
    final TestClock clock = TestClock.at("2026-11-21T10:00:00Z");

    @Override
    public JWKSet fetch() {
        fetches++;
        if (down) {
            throw new DependencyUnavailable("down");
        }
        return keys;
    }

    void publish(JWK... published) {
        keys = new JWKSet(List.of(published)).toPublicJWKSet();
    }

    void goDown() {
        down = true;
    }

    int fetches() {
        return fetches;
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    OpenIdTokenVerifier verifier() {
        return verifier(TokenProfile.RFC9068, AUDIENCE);
    }

    OpenIdTokenVerifier verifier(TokenProfile profile, String... audiences) {
        return new OpenIdTokenVerifier(
                new AccessTokenClaims(URL, Set.of(audiences), profile, clock), clock, this);
    }

    /** Claims of a token that holds now, and for an hour. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(URL).audience(AUDIENCE).subject("alice")
                .claim("scope", "customer").issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(3_600)));
    }

    String token(JWTClaimsSet claims) {
        return sign(header(JWSAlgorithm.RS256, "rsa-1").build(), claims, RSA);
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId);
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, JWK key) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(key instanceof ECKey ec
                    ? new ECDSASigner(ec)
                    : new RSASSASigner(key.toRSAKey()));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2_048).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ECKey ec(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
