package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.testing.ScriptedServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks follow one another in one shell, and what fails or isn't printed is told by its line. */
class ShellTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder, Map.of("GIVEN", "given"));
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void keepsWhatABlockSets() {
        shell.run("one=1\nalias two='echo 2'\nthree() { echo 3; }\n");

        assertThat(shell.run("echo $one; two; three; echo $GIVEN"))
                .isEqualTo(new Shell.Outcome.Succeeded("1\n2\n3\ngiven\n\n"));
    }

    @Test
    void endsWithTheFirstCommandThatFails() {
        var outcome = shell.run("printf before\nfalse | cat\necho after\n");

        assertThat(outcome).isEqualTo(new Shell.Outcome.Failed(2, "before\n"));
        assertThat(shell.isOver()).isTrue();
    }

    @Test
    void anHttpErrorIsAFailure() throws Exception {
        try (var server = new ScriptedServer()) {
            server.answer(404, "nothing here");

            assertThat(shell.run("curl " + server.base()))
                    .isInstanceOf(Shell.Outcome.Failed.class);
        }
    }

    @Test
    void claimsAreKeptInTheirOrder() {
        String block = "echo PLACED; echo FULFILLED  # → PLACED … FULFILLED\n";

        assertThat(Claims.broken(block, "PLACED\nFULFILLED\n")).isEmpty();
        assertThat(Claims.broken(block, "FULFILLED\nPLACED\n"))
                .isEqualTo(Optional.of(new Claims.Claim(1, "FULFILLED")));
    }

    @Test
    void whatIsNotRunIsLookedAt() {
        var commands = new Commands();

        assertThat(LeftOutBlocksTest.mistakes(commands.of("""
                T="mvn -am verify"
                $T -pl acceptance -Dit.test=CheckoutIT -Dlong && ./start --no-seed
                """))).isEmpty();
        assertThat(LeftOutBlocksTest.mistakes(commands.of("""
                $T -pl shop -Dit.test=CheckoutIT,NoSuchIT -Dshort   # a comment
                ./start --fast; scripts/nothing
                """))).isEqualTo(List.of("there is no module shop", "there is no test NoSuchIT",
                "nobody reads the property short", "./start has no option --fast",
                "there is no scripts/nothing"));
    }
}
