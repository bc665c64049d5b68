package drivetrain.standins.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One provider on a loopback port. Each call has a virtual thread of its own, so that slow calls
 * hold up nothing.
 */
public final class ProviderServer implements AutoCloseable {
    private static final int MAX_THREADS = 8;
    /** Longer than clients keep idle connections, so that none is closed under a request. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Provider provider;
    private final FaultSwitch faults;
    private final ControlApi control;
    private final Server server;
    private final ServerConnector connector;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Starts a server.
     *
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @throws IOException if the port is taken
     */
    public ProviderServer(Provider provider, FaultSwitch faults, int port) throws IOException {
        this.provider = provider;
        this.faults = faults;
        this.control = new ControlApi(provider, faults);
        this.server = new Server(threads(provider.name()));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new JettyHandler(this::answer));
        start();
    }

    /** The address of the server, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Cuts what is still held up and gives the port back. */
    @Override
    public void close() {
        closing.countDown();
        provider.webhooks().close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The stand-in for " + provider.name()
                    + " didn't stop", e);
        }
    }

    /** The answer to a call, or empty to cut the connection. */
    private Optional<Answer> answer(Call call) {
        if (!call.path().isEmpty() && call.path().getFirst().equals("control")) {
            return Optional.of(control.answer(call));
        }
        Optional<String> operation = provider.operationOf(call);
        return operation.isPresent()
                ? answer(call, faults.decide(operation.get()))
                : Optional.of(provider.failure(HttpStatus.NOT_FOUND_404));
    }

    private Optional<Answer> answer(Call call, Fault fault) {
        return switch (fault) {
            case Fault.Healthy() -> Optional.of(provider.answer(call));
            case Fault.Slow(Duration delay) -> {
                pause(delay);
                yield Optional.of(provider.answer(call));
            }
            case Fault.Failing(double _, int status) -> Optional.of(provider.failure(status));
            case Fault.Down() -> Optional.empty();
            case Fault.TimeoutAfterEffect(Duration hold) -> {
                provider.answer(call);
                pause(hold);
                yield Optional.empty();
            }
        };
    }

    private void pause(Duration delay) {
        try {
            closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The stand-in for " + provider.name() + " didn't start", e);
        }
    }

    private static QueuedThreadPool threads(String name) {
        var threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("stand-in-" + name);
        threads.setReservedThreads(0);
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("stand-in-" + name + "-"));
        return threads;
    }
}
