package drivetrain.gateway.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An issuer with one RSA and one elliptic curve key, over HTTP; and, on the same server, the page
 * of an attacker with keys of its own, which nobody must ever ask for.
 */
final class IssuerServer implements AutoCloseable {
    static final String AUDIENCE = "drivetrain";
    static final String RSA_ID = "rsa-1";
    static final String EC_ID = "ec-1";

    final KeyPair rsa = Keys.rsa();
    final KeyPair ec = Keys.ec("secp256r1");
    final KeyPair mallorys = Keys.rsa();
    private final HttpServer server;
    private final AtomicInteger baits = new AtomicInteger();

    IssuerServer() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page("/.well-known/openid-configuration",
                "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url() + "/keys\"}");
        page("/keys", new JWKSet(List.of(Keys.rsaJwk(rsa, RSA_ID), Keys.ecJwk(ec, EC_ID)))
                .toString());
        server.createContext("/mallory", exchange -> {
            baits.incrementAndGet();
            write(exchange, new JWKSet(Keys.rsaJwk(mallorys, RSA_ID)).toString());
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where an attacker would like its keys to be fetched from. */
    String bait() {
        return url() + "/mallory/keys";
    }

    /** How often the attacker's page was asked for. */
    int baitsTaken() {
        return baits.get();
    }

    /** What the issuer would sign by RS256 for Alice, for an hour from now. */
    RawToken token() {
        long now = Instant.now().getEpochSecond();
        var header = new LinkedHashMap<String, String>();
        header.put("alg", "\"RS256\"");
        header.put("typ", "\"at+jwt\"");
        header.put("kid", RawToken.quoted(RSA_ID));
        var claims = new LinkedHashMap<String, String>();
        claims.put("iss", RawToken.quoted(url()));
        claims.put("sub", "\"alice\"");
        claims.put("aud", RawToken.quoted(AUDIENCE));
        claims.put("scope", "\"customer\"");
        claims.put("iat", Long.toString(now));
        claims.put("exp", Long.toString(now + 3_600));
        return new RawToken(header, claims);
    }

    /** The same by ES256. */
    RawToken ecToken() {
        return token().header("alg", "\"ES256\"").header("kid", RawToken.quoted(EC_ID));
    }

    UnaryOperator<byte[]> rs256() {
        return Keys.rs(rsa, 256);
    }

    UnaryOperator<byte[]> es256() {
        return Keys.es(ec, 256);
    }

    /** The environment of an authorizer that trusts this issuer. */
    Map<String, String> environment() {
        return Map.of("TOKEN_ISSUER", url(), "TOKEN_AUDIENCE", AUDIENCE, "TOKEN_PROFILE",
                "RFC9068");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void page(String path, String text) {
        server.createContext(path, exchange -> write(exchange, text));
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
