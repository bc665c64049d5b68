package drivetrain.gateway.http;

import com.nimbusds.jose.jwk.JWKSet;

/** Where an issuer's present keys come from. */
interface KeySetSource {
    /**
     * Fetches all keys.
     *
     * @throws drivetrain.kernel.DependencyUnavailable when the issuer can't be reached, or answers
     *     what can't be its keys
     */
    JWKSet fetch();
}
