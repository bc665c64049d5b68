package drivetrain.debugging;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.LocalSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code ./start} refuses a port before it builds or starts anything. */
class DebugPortTest {
    private record Refusal(int status, String output) {}

    private static Refusal start(String option) throws IOException, InterruptedException {
        Process start = new ProcessBuilder("bash", "start", option)
                .directory(LocalSystem.templateOfThisProject().getParent().toFile())
                .redirectErrorStream(true).start();
        String output = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Refusal(start.waitFor(), output);
    }

    @Test
    void refusesAPortThatIsInUse() throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(start("--debug=" + used.getLocalPort())).isEqualTo(new Refusal(1,
                    "Port " + used.getLocalPort() + " is in use; stop what uses it, or choose"
                            + " another one with --debug=PORT.\n"));
        }
    }

    @Test
    void refusesWhatIsNoPort() throws Exception {
        assertThat(start("--debug=now"))
                .isEqualTo(new Refusal(1, "--debug needs a port number, not now.\n"));
        assertThat(start("--debug=65536"))
                .isEqualTo(new Refusal(1, "--debug needs a port number, not 65536.\n"));
    }
}
