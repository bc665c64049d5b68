package drivetrain.gateway.application;

import drivetrain.gateway.domain.Identity;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whom a request comes from, by its {@code Authorization} header.
 *
 * <p>Source: RFC 6750, section 2.1. A header of another form is refused before anything is parsed.
 */
public final class Authorize {
    private static final Pattern BEARER = Pattern.compile("[Bb]earer ([-A-Za-z0-9._~+/]+=*)");
    /** No issuer's tokens come near it, and no attacker's gets further. */
    private static final int MAX_LENGTH = 8_192;

    private final TokenVerifier verifier;

    @Inject
    public Authorize(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Whom a request comes from; empty when it doesn't prove it.
     *
     * @param header the header's value; null when there is none
     */
    public Optional<Identity> authorize(String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var bearer = BEARER.matcher(header);
        return bearer.matches() ? verifier.verify(bearer.group(1)) : Optional.empty();
    }
}
