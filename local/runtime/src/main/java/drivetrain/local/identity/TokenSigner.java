package drivetrain.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Signs tokens with RS256, as Cognito does. The key is had in the background, since that takes
 * longer than anything else here; the first token waits for it.
 */
final class TokenSigner {
    private final Clock clock;
    private final CompletableFuture<RSAKey> key = new CompletableFuture<>();

    /** {@code keyFile} keeps the key; without one, each start makes its own. */
    TokenSigner(Clock clock, Optional<Path> keyFile) {
        this.clock = clock;
        Thread.ofPlatform().daemon().name("issuer-key").start(() -> provideKey(keyFile));
    }

    private void provideKey(Optional<Path> keyFile) {
        try {
            key.complete(SigningKey.of(keyFile));
        } catch (JOSEException | RuntimeException e) {
            key.completeExceptionally(e);
        }
    }

    /** The public key, as a JWK set. */
    String publicKeys() {
        return new JWKSet(key.join().toPublicJWK()).toString();
    }

    String sign(String issuer, TokenRequest request) {
        Instant now = clock.instant();
        RSAKey signingKey = key.join();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
                .keyID(signingKey.getKeyID()).build();
        var token = new SignedJWT(header, new JWTClaimsSet.Builder().issuer(issuer)
                .subject(request.subject()).audience(request.audience())
                .claim("client_id", request.subject()).claim("scope", request.scope())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(request.lifetime())))
                .jwtID(UUID.randomUUID().toString()).build());
        try {
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A key made for RS256 signs RS256", e);
        }
    }
}
