package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.ApiResource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An API of a template on a loopback port. The stage isn't part of its paths, as with a custom
 * domain on AWS. At {@code /docs} it shows the API to a browser. Each request has a virtual thread of its own, so that slow functions hold up
 * nothing else.
 */
public final class GatewayServer implements AutoCloseable {
    private static final int MAX_THREADS = 8;
    private static final int MAX_HEADER_BYTES = 10_240;
    /** Longer than clients keep idle connections, so that none is closed under a request. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Server server;
    private final ServerConnector connector;

    /**
     * Where and how to serve.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @param requestIds gives each request its id, a UUID
     * @param meter counts the requests
     */
    public record Options(int port, String region, String accountId, Clock clock,
            Supplier<String> requestIds, Meter meter) {

        /** Random ids and the wall clock. */
        public static Options onPort(int port, String region, String accountId) {
            return new Options(port, region, accountId, Clock.systemUTC(),
                    () -> UUID.randomUUID().toString(), new Meter());
        }

        /** The same, with requests counted here. */
        public Options metered(Meter shared) {
            return new Options(port, region, accountId, clock, requestIds, shared);
        }
    }

    private GatewayServer(ApiGateway gateway, ObjectNode definition, int port) {
        this.server = new Server(threads());
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setReuseAddress(true);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new DocsHandler(definition, new GatewayHandler(gateway)));
        server.setErrorHandler(new UnreadableRequestHandler(gateway));
    }

    /**
     * Loads an API and serves it.
     *
     * @throws ApiDefinitionException if its definition asks for what isn't supported
     * @throws IOException if the port is taken
     */
    public static GatewayServer start(ApiResource api, Options options, FunctionInvoker functions)
            throws IOException {
        var stage = new ApiStage(api.id(), api.stage(), options.region(), options.accountId(),
                api.stageVariables(), options.clock(), options.requestIds());
        var server = new GatewayServer(new ApiGateway(api, stage, functions, options.meter()),
                api.definition(), options.port());
        server.start();
        return server;
    }

    /** The address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Ends what is being answered and gives the port back. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The API's server didn't stop", e);
        }
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The API's server didn't start", e);
        }
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("api");
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("api-"));
        return threads;
    }
}
