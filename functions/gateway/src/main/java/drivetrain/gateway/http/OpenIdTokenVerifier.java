package drivetrain.gateway.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import drivetrain.gateway.application.TokenVerifier;
import drivetrain.gateway.domain.Identity;
import drivetrain.kernel.CustomerId;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens of one OpenID Connect issuer.
 *
 * <p>A token holds only if it is a signed JWT in its {@link CompactForm}, of a type that the
 * issuer's {@link TokenProfile} knows, signed by RS256 or ES256 under a key that the issuer
 * publishes under the token's key id, and its claims hold (see {@link AccessTokenClaims}).
 * Everything else is refused without saying why.
 *
 * <p>Source: RFC 8725, JSON Web Token Best Current Practices; RFC 9068, section 4.
 */
public final class OpenIdTokenVerifier implements TokenVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256,
            JWSAlgorithm.ES256);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final TokenProfile profile;

    /**
     * A verifier.
     *
     * @param issuer the issuer's URL, exactly as its tokens name it
     * @param audiences a token must be meant for one of them
     */
    public OpenIdTokenVerifier(String issuer, Set<String> audiences, TokenProfile profile,
            Clock clock) {
        this(new AccessTokenClaims(issuer, audiences, profile, clock), clock,
                new OpenIdIssuer(issuer));
    }

    OpenIdTokenVerifier(AccessTokenClaims claims, Clock clock, KeySetSource keys) {
        this.profile = claims.profile();
        processor.setJWSTypeVerifier((type, context) -> requireType(type));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS,
                new CachedKeys(keys, clock)));
        processor.setJWTClaimsSetVerifier((found, context) -> claims.require(found));
    }

    @Override
    public Optional<Identity> verify(String token) {
        try {
            var claims = processor.process(CompactForm.parse(token), null);
            return Optional.of(new Identity(new CustomerId(claims.getSubject()),
                    profile.scopes(claims)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    private void requireType(JOSEObjectType type) throws BadJOSEException {
        if (!profile.takes(type)) {
            throw new BadJOSEException("a token of another type");
        }
    }
}
