package drivetrain.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Ports of this machine's loopback interface. They are chosen before anything starts, because the
 * template's queue URLs contain them.
 */
final class Ports {
    private Ports() {}

    /**
     * A port that can be bound now.
     *
     * @param asked
     *            0 for any
     * @param option
     *            the option that chooses another one, for the message
     * @throws StartFailure
     *             if it is in use
     */
    static int choose(int asked, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), asked));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new StartFailure("Port " + asked + " is in use; stop what uses it, or choose "
                    + "another one with " + option + ".", e);
        } catch (IOException e) {
            throw new StartFailure("Port " + asked + " can't be used: " + e.getMessage(), e);
        }
    }
}
