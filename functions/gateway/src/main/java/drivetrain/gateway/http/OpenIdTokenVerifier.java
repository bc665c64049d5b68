package drivetrain.gateway.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import drivetrain.gateway.application.TokenVerifier;
import drivetrain.gateway.domain.Identity;
import drivetrain.kernel.CustomerId;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens of one OpenID Connect issuer.
 *
 * <p>A token holds only if it is a signed JWT, by RS256 or ES256, under a key that the issuer
 * publishes under the token's key id; its header names no key of its own; and its claims hold (see
 * {@link AccessTokenClaims}). Everything else is refused without saying why.
 *
 * <p>Source: RFC 8725, JSON Web Token Best Current Practices; RFC 9068, section 4.
 */
public final class OpenIdTokenVerifier implements TokenVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256,
            JWSAlgorithm.ES256);
    /** Cognito leaves the type out. */
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT,
            new JOSEObjectType("at+jwt"));

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * A verifier.
     *
     * @param issuer the issuer's URL, exactly as its tokens name it
     * @param audience whom tokens must be meant for
     */
    public OpenIdTokenVerifier(String issuer, String audience, Clock clock) {
        this(issuer, audience, clock, new OpenIdIssuer(issuer));
    }

    OpenIdTokenVerifier(String issuer, String audience, Clock clock, KeySetSource keys) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(withNone(TYPES)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS,
                new CachedKeys(keys, clock)));
        var claims = new AccessTokenClaims(issuer, audience, clock);
        processor.setJWTClaimsSetVerifier((found, context) -> claims.require(found));
    }

    @Override
    public Optional<Identity> verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            requirePlainHeader(jwt.getHeader());
            return Optional.of(identity(processor.process(jwt, null)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    /** A token must not bring, or point to, the key that it is verified with. */
    private static void requirePlainHeader(JWSHeader header) throws BadJWTException {
        boolean names = header.getJWK() != null || header.getJWKURL() != null
                || header.getX509CertURL() != null || header.getX509CertChain() != null;
        if (names || header.getKeyID() == null || header.getKeyID().isBlank()) {
            throw new BadJWTException("the header must have a key id, and nothing else of a key");
        }
    }

    private static Identity identity(JWTClaimsSet claims) throws ParseException {
        return new Identity(new CustomerId(claims.getSubject()), Scopes.of(claims));
    }

    private static Set<JOSEObjectType> withNone(Set<JOSEObjectType> types) {
        var all = new HashSet<>(types);
        all.add(null);
        return all;
    }
}
