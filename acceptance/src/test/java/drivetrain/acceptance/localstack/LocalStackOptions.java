package drivetrain.acceptance.localstack;

import java.net.URI;
import java.util.Optional;

/**
 * How LocalStack is reached, and how it reaches this machine.
 *
 * @param endpoint
 *            of a LocalStack that runs already; empty to start a container
 * @param image
 *            of the container
 * @param host
 *            what functions at the endpoint call this machine, where the providers' stand-ins are; a
 *            container of our own finds that out by itself
 * @param issuer
 *            an https address, seen from inside functions, below which LocalStack shows its buckets:
 *            the token issuer's documents are published in one
 */
public record LocalStackOptions(Optional<URI> endpoint, String image, String host, URI issuer,
        String region, String stackName) {
    /** The last image that needs no account. */
    public static final String IMAGE = "localstack/localstack:4.14.0";
    /** What Docker Desktop calls its host inside containers. */
    public static final String HOST = "host.docker.internal";
    /** A name that LocalStack has a certificate for, and that leads to it from its containers. */
    public static final URI ISSUER = URI.create("https://localhost.localstack.cloud:4566");
    /** The region that the local runtime has, too. */
    public static final String REGION = "eu-central-1";
    /** The stack's usual name. */
    public static final String STACK = "drivetrain";

    /** In words. */
    public String inWords() {
        return endpoint.map(url -> "LocalStack at " + url).orElse("LocalStack in " + image);
    }
}
