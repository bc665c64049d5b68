package drivetrain.acceptance.localstack;

import java.io.IOException;
import java.net.URI;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of our own. Its functions run in containers that it starts beside itself, in its own
 * network. They reach ports of this machine's loopback through Testcontainers' container for that
 * ("Exposing host ports to the container"), by its address, since only containers that
 * Testcontainers starts know its name.
 */
final class ContainerPlace implements Place {
    private static final String PLAIN_IMAGE = "localstack/localstack";

    private final LocalStackContainer container;
    private final String host;

    private ContainerPlace(LocalStackContainer container) {
        this.container = container;
        this.host = hostSeenFrom(container);
    }

    static ContainerPlace start(String image) {
        LocalStackContainer container = new LocalStackContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor(PLAIN_IMAGE))
                // Java runs on either architecture; the template asks for arm64.
                .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1")
                // Seconds for a cold start, while many containers start at once.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120")
                // The dashboard, for one.
                .withEnv("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "1")
                // StartSyncExecution's host name begins with "sync-", also when its own Step
                // Functions call it for a workflow.
                .withExtraHost("sync-localhost.localstack.cloud", "127.0.0.1")
                .withExtraHost("sync-localhost", "127.0.0.1").withAccessToHost(true);
        container.start();
        try {
            return new ContainerPlace(container);
        } catch (RuntimeException e) {
            container.stop();
            throw e;
        }
    }

    private static String hostSeenFrom(LocalStackContainer container) {
        try {
            String found = container.execInContainer("getent", "hosts",
                    GenericContainer.INTERNAL_HOST_HOSTNAME).getStdout();
            if (found.isBlank()) {
                throw new IllegalStateException(
                        "The container doesn't know " + GenericContainer.INTERNAL_HOST_HOSTNAME);
            }
            return found.strip().replaceFirst("(?s)\\s.*", "");
        } catch (IOException e) {
            throw new IllegalStateException("The container can't be asked for its host", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public void expose(int port) {
        Testcontainers.exposeHostPorts(port);
    }

    @Override
    public void close() {
        container.stop();
    }
}
