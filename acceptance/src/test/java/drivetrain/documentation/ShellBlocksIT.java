package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Every block of shell commands in the documentation runs, page by page and from top to bottom,
 * against one started system, and prints what its comments say.
 */
class ShellBlocksIT {
    private static final List<Shell> SHELLS = new ArrayList<>();
    private static StartedSystem system;
    private static BuiltStamp built;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        built = new BuiltStamp();
        system = StartedSystem.start();
    }

    @AfterAll
    static void stop() throws IOException {
        SHELLS.forEach(Shell::close);
        if (system != null) {
            system.close();
        }
        built.close();
    }

    @Test
    void theReadyScreenProposesWhatWorks() {
        var outcome = shell().run(system.screen().proposed());

        assertThat(outcome).isInstanceOf(Shell.Outcome.Succeeded.class);
        assertThat(outcome.toString()).contains("SRV-", "202", "PLACED", "\"onHand\"");
    }

    @TestFactory
    Stream<DynamicContainer> everyBlockRuns() {
        return Pages.all().stream().map(ShellBlocksIT::page);
    }

    private static DynamicContainer page(String page) {
        List<Block> blocks = Pages.blocks(page, "sh").stream()
                .filter(block -> !block.isLeftOut()).toList();
        Supplier<Shell> shell = once(ShellBlocksIT::shell);
        return DynamicContainer.dynamicContainer(page, blocks.stream().map(block -> DynamicTest
                .dynamicTest(block.place(), block.uri(), () -> run(block, shell.get()))));
    }

    private static <T> Supplier<T> once(Supplier<T> made) {
        List<T> kept = new ArrayList<>();
        return () -> {
            if (kept.isEmpty()) {
                kept.add(made.get());
            }
            return kept.getFirst();
        };
    }

    private static void run(Block block, Shell shell) {
        if (shell.isOver()) {
            throw new TestAbortedException("A block further up on the page has failed.");
        }
        Tools.require(block.text());
        switch (shell.run(system.screen().fillIn(block.text()))) {
            case Shell.Outcome.Failed(int line, String output) -> throw new AssertionError(
                    block.place(line) + " failed: " + block.text() + "\n" + output);
            case Shell.Outcome.Succeeded(String output) ->
                Claims.broken(block.text(), output).ifPresent(claim -> {
                    throw new AssertionError(block.place(claim.line()) + " doesn't print '"
                            + claim.text() + "', but:\n" + output);
                });
        }
    }

    /** With the tokens of the ready screen, and the variables of "One door". */
    private static Shell shell() {
        String aws = system.screen().address("AWS endpoint");
        Shell shell = new Shell(folder,
                Map.of("AWS_ENDPOINT_URL", aws, "AWS_REGION", "eu-central-1", "AWS_DEFAULT_REGION",
                        "eu-central-1", "AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY",
                        "local", "AWS_PAGER", "", "API", system.screen().address("API")));
        SHELLS.add(shell);
        assertThat(shell.run(String.join("\n", system.screen().tokens())))
                .isInstanceOf(Shell.Outcome.Succeeded.class);
        return shell;
    }
}
