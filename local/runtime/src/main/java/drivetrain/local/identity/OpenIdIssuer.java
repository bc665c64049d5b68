package drivetrain.local.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The issuer of the local runtime. Its URL is what tokens name as {@code iss}:
 * {@code curl -d user=alice -d scope=customer <url>/token} gets one.
 */
public final class OpenIdIssuer implements TokenDesk, AutoCloseable {
    private static final int MAX_THREADS = 4;
    /** Longer than clients keep idle connections, so that none is closed under a request. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Server server;
    private final ServerConnector connector;
    private final TokenSigner signer;
    private final IssuerHandler handler;
    private final Options options;

    /**
     * What to issue.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @param audience of tokens that ask for no other
     * @param lifetime of tokens
     */
    public record Options(int port, String audience, Duration lifetime, Clock clock) {

        /** Tokens of an hour, by the wall clock. */
        public static Options onPort(int port, String audience) {
            return new Options(port, audience, Duration.ofHours(1), Clock.systemUTC());
        }
    }

    private OpenIdIssuer(Options options) {
        this.options = options;
        this.signer = new TokenSigner(options.clock());
        this.server = new Server(threads());
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        this.handler = new IssuerHandler(() -> url().toString(), signer,
                new TokenEndpoint(options.audience(), options.lifetime()));
        server.setHandler(handler);
    }

    /**
     * Starts an issuer.
     *
     * @throws IOException if the port is taken
     */
    public static OpenIdIssuer start(Options options) throws IOException {
        var issuer = new OpenIdIssuer(options);
        try {
            issuer.server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The OpenID Connect issuer didn't start", e);
        }
        return issuer;
    }

    /** The issuer as its tokens spell it, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Where tokens are had. */
    public URI tokenUrl() {
        return URI.create(url() + "/token");
    }

    /**
     * A token, without HTTP.
     *
     * @throws IllegalArgumentException if the subject is malformed or a scope unknown
     */
    public String tokenFor(String subject, Set<String> scopes) {
        return issue(new TokenRequest(subject, scopes, options.audience(), options.lifetime()));
    }

    @Override
    public Answer answer(String form, Optional<String> authorization) {
        return handler.answer(form, authorization);
    }

    /** A token of any kind, such as one that has expired. */
    public String issue(TokenRequest request) {
        return signer.sign(url().toString(), request);
    }

    /** Gives the port back. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The OpenID Connect issuer didn't stop", e);
        }
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("issuer");
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("issuer-"));
        return threads;
    }
}
