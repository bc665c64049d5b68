package drivetrain.acceptance.localstack;

import drivetrain.acceptance.Aws;
import drivetrain.acceptance.DrivetrainSystem;
import drivetrain.acceptance.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/**
 * Drivetrain, deployed to LocalStack for a test run. Its providers are stand-ins in this JVM, and
 * its API is the {@link FrontDoor}, in this JVM too.
 */
public final class LocalStackSystem implements DrivetrainSystem {
    /** Java functions start slowly here, and the providers are a few containers away. */
    static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Deployed parts;

    private LocalStackSystem(Deployed parts) {
        this.parts = parts;
    }

    /** Why there can't be one on this machine, in a sentence; empty if there can. */
    public static Optional<String> unavailable(LocalStackOptions options) {
        boolean possible = options.endpoint().isPresent()
                || DockerClientFactory.instance().isDockerAvailable();
        return possible
                ? Optional.empty()
                : Optional.of("Docker isn't there, which -Dsystem=localstack needs, unless "
                        + "-Dlocalstack.endpoint= says where a LocalStack runs.");
    }

    /** Starts LocalStack, if it isn't given, and deploys what {@code mvn package} has built. */
    public static LocalStackSystem start(LocalStackOptions options) {
        return new LocalStackSystem(Deployed.to(options));
    }

    /** The base URL of the API at LocalStack's own API gateway, which asks no authorizer. */
    public URI ownGateway() {
        return parts.ownGateway();
    }

    @Override
    public URI api() {
        return parts.door().url();
    }

    @Override
    public Aws aws() {
        return parts.aws();
    }

    @Override
    public Provider payments() {
        return new Provider(parts.outside().standIns().payments().url());
    }

    @Override
    public Provider carrier() {
        return new Provider(parts.outside().standIns().carrier().url());
    }

    @Override
    public String token(String subject, String scopes, String audience, Duration lifetime) {
        return parts.outside().token(subject, scopes, audience, lifetime);
    }

    @Override
    public Optional<String> partnerKey() {
        return parts.door().partnerKey();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Duration providerTimeout() {
        return PROVIDER_TIMEOUT;
    }

    /** Stops what was started here; a LocalStack that was given keeps its stack. */
    @Override
    public void close() {
        parts.close();
    }
}
