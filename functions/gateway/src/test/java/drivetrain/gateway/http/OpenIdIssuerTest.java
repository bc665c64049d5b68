package drivetrain.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import drivetrain.kernel.DependencyUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdIssuerTest {
    private final Map<String, String> pages = new HashMap<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/pool";
        server.createContext("/", exchange -> {
            var page = pages.get(exchange.getRequestURI().getPath());
            var bytes = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        document(url);
        pages.put("/keys", new JWKSet(Issuer.RSA.toPublicJWK()).toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsTheKeysByTheDocument() {
        assertThat(new OpenIdIssuer(url).fetch().getKeyByKeyId("rsa-1"))
                .isEqualTo(Issuer.RSA.toPublicJWK());
    }

    @Test
    void refusesADocumentOfAnotherIssuer() {
        document(url + "/other");

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"keys\":7}", "no json"})
    void refusesKeysAndDocumentsThatAreNone(String page) {
        pages.put("/keys", page);
        assertUnavailable();

        pages.put("/pool/.well-known/openid-configuration", page);
        assertUnavailable();
    }

    @Test
    void saysSoWhenTheIssuerIsDown() {
        server.stop(0);

        assertUnavailable();
    }

    @Test
    void followsNoRedirect() {
        pages.put("/moved", pages.remove("/keys"));
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Location", "/moved");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1/keys", "file:///etc/passwd", "/keys", "jar:x"})
    void staysWithTheProtocolOfTheIssuer(String keys) {
        pages.computeIfPresent("/pool/.well-known/openid-configuration",
                (_, page) -> page.replaceAll("\"jwks_uri\":\"[^\"]*", "\"jwks_uri\":\"" + keys));

        assertUnavailable();
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> new OpenIdIssuer(url).fetch())
                .isInstanceOf(DependencyUnavailable.class);
    }

    private void document(String issuer) {
        pages.put("/pool/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\""
                        + url.replace("/pool", "/keys") + "\",\"claims_supported\":[\"sub\"]}");
    }
}
