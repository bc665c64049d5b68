package drivetrain.gateway.http;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;

/**
 * An OpenID Connect issuer: finds its keys by its discovery document, whose {@code issuer} must be
 * the one that was asked.
 *
 * <p>Source: OpenID Connect Discovery 1.0, section 4.
 */
final class OpenIdIssuer implements KeySetSource {
    private static final JsonType<DiscoveryDocument> DOCUMENT = JsonTypes
            .tolerant(DiscoveryDocument.class);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;

    private final String issuer;
    private final DefaultResourceRetriever http = new DefaultResourceRetriever(CONNECT_MILLIS,
            READ_MILLIS, MAX_BYTES);

    OpenIdIssuer(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet fetch() {
        try {
            var document = DOCUMENT.fromJson(get(
                    issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
            if (!issuer.equals(document.issuer())) {
                throw new DependencyUnavailable("the issuer calls itself by another name");
            }
            return JWKSet.parse(get(document.jwksUri()));
        } catch (DependencyUnavailable known) {
            throw known;
        } catch (IOException | ParseException | RuntimeException failed) {
            throw new DependencyUnavailable("the issuer's keys can't be fetched", failed);
        }
    }

    private String get(String url) throws IOException {
        return http.retrieveResource(URI.create(url).toURL()).getContent();
    }
}
