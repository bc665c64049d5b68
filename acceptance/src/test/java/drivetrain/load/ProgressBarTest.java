package drivetrain.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void printsALineForEachTenthWithoutATerminal() {
        steps(new ProgressBar("checkouts", 500, out, false));

        assertThat(text().lines()).hasSize(10).last().asString().endsWith("] 500/500");
    }

    @Test
    void redrawsOneLineOnATerminal() {
        steps(new ProgressBar("checkouts", 500, out, true));

        assertThat(text()).containsOnlyOnce("\n").endsWith("[" + "#".repeat(40) + "] 500/500\n");
    }

    private static void steps(ProgressBar bar) {
        for (int i = 0; i < 500; i++) {
            bar.step();
        }
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
