package drivetrain.gateway.http;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;

/**
 * An OpenID Connect issuer: finds its keys by its discovery document, whose {@code issuer} must be
 * the one that was asked. No redirect is followed, and an issuer with https has its keys there too.
 *
 * <p>Source: OpenID Connect Discovery 1.0, section 4.
 */
final class OpenIdIssuer implements KeySetSource {
    private static final JsonType<DiscoveryDocument> DOCUMENT = JsonTypes
            .tolerant(DiscoveryDocument.class);

    private final String issuer;
    private final Pages pages = new Pages();

    OpenIdIssuer(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet fetch() {
        try {
            var document = DOCUMENT.fromJson(pages.get(URI.create(
                    issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")));
            if (!issuer.equals(document.issuer())) {
                throw new DependencyUnavailable("the issuer calls itself by another name");
            }
            return JWKSet.parse(pages.get(keysOf(document)));
        } catch (DependencyUnavailable known) {
            throw known;
        } catch (IOException | ParseException | RuntimeException failed) {
            throw new DependencyUnavailable("the issuer's keys can't be fetched", failed);
        }
    }

    private URI keysOf(DiscoveryDocument document) {
        var keys = URI.create(document.jwksUri());
        if (!URI.create(issuer).getScheme().equals(keys.getScheme())) {
            throw new DependencyUnavailable("the issuer's keys lie behind another protocol");
        }
        return keys;
    }

    /** Small pages, fetched fast or not at all. */
    private static final class Pages extends DefaultResourceRetriever {
        private static final int CONNECT_MILLIS = 1_000;
        private static final int READ_MILLIS = 2_000;
        private static final int MAX_BYTES = 256 * 1024;

        Pages() {
            super(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);
        }

        String get(URI page) throws IOException {
            return retrieveResource(page.toURL()).getContent();
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            var connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
