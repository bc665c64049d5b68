package drivetrain.gateway.application;

import drivetrain.gateway.domain.Identity;
import java.util.Optional;

/** Tells tokens of the issuer from anything else. */
public interface TokenVerifier {
    /**
     * Whom a token speaks for; empty for a token that doesn't hold, for whatever reason.
     *
     * @throws drivetrain.kernel.DependencyUnavailable when the issuer's keys can't be fetched, so
     *     that no token can be told from another
     */
    Optional<Identity> verify(String token);
}
