package drivetrain.deploy;

import drivetrain.acceptance.AwsPlace;
import drivetrain.acceptance.ChildProcess;
import drivetrain.acceptance.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Moto, which acts as S3 and CloudFormation (without SAM), where this machine's Python has it. */
final class MotoServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One on a free port of loopback; empty if Python or its module isn't there. */
    static Optional<MotoServer> start() {
        if (!exits("import importlib.util as u; exit(not (u.find_spec('moto') "
                + "and u.find_spec('flask')))")) {
            return Optional.empty();
        }
        try {
            int port = freePort();
            MotoServer moto = new MotoServer(
                    new ProcessBuilder("python3", "-m", "moto.server", "-H", "127.0.0.1", "-p",
                            Integer.toString(port))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD).start(),
                    port);
            Waiting.untilTrue("moto to listen", START, moto::listens);
            return Optional.of(moto);
        } catch (IOException e) {
            throw new UncheckedIOException("moto can't start", e);
        }
    }

    private static boolean exits(String program) {
        try {
            Process python = new ProcessBuilder("python3", "-c", program)
                    .redirectErrorStream(true).start();
            python.getInputStream().readAllBytes();
            return python.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    AwsPlace place() {
        return AwsPlace.at(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        new ChildProcess(process).close();
    }
}
