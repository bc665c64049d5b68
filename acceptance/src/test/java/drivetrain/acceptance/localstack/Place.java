package drivetrain.acceptance.localstack;

import java.net.URI;

/** Where LocalStack is, seen from here, and where this machine is, seen from its functions. */
sealed interface Place extends AutoCloseable permits ContainerPlace, EndpointPlace {
    /** The address of all its services. */
    URI endpoint();

    /** What its functions call this machine. */
    String host();

    /** Lets its functions reach a port of this machine's loopback. */
    void expose(int port);

    @Override
    void close();
}
