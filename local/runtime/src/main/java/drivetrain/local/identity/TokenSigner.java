package drivetrain.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Signs tokens with ES256, under a key that is made anew with each start. An RSA key, as Cognito
 * has one, would cost the start a quarter of a second at least.
 */
final class TokenSigner {
    private final Clock clock;
    private final ECKey key;

    TokenSigner(Clock clock) {
        this.clock = clock;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** The public key, as a JWK set. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String sign(String issuer, TokenRequest request) {
        Instant now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT)
                .keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, new JWTClaimsSet.Builder().issuer(issuer)
                .subject(request.subject()).audience(request.audience())
                .claim("client_id", request.subject()).claim("scope", request.scope())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(request.lifetime())))
                .jwtID(UUID.randomUUID().toString()).build());
        try {
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made for ES256 signs ES256", e);
        }
    }
}
