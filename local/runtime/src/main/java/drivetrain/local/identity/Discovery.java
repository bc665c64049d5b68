package drivetrain.local.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an issuer says of itself to whoever checks its tokens: OpenID Connect Discovery 1.0, section 3.
 */
final class Discovery {
    /** Where the document lies, below the issuer's URL. */
    static final String PATH = "/.well-known/openid-configuration";
    /** Where the keys lie, below the issuer's URL. */
    static final String KEYS = "/jwks";

    private Discovery() {}

    static ObjectNode of(String issuer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("issuer", issuer)
                .put("jwks_uri", issuer + KEYS);
        document.putArray("id_token_signing_alg_values_supported").add("ES256");
        document.putArray("response_types_supported");
        document.putArray("scopes_supported").add("customer").add("staff");
        document.putArray("subject_types_supported").add("public");
        return document;
    }
}
