package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise that is on file stays as it was published, also when its schema is changed with it. */
class GoldenHistoryTest {
    @TempDir
    Path repository;

    @ParameterizedTest
    @ValueSource(strings = {"events/schemas/golden",
            "functions/orders/src/test/resources/golden"})
    void nothingThatWasPromisedOrStoredWasEverChangedOrTakenBack(String folder) {
        var history = new GoldenHistory(Project.path(""));
        assumeTrue(history.unknown().isEmpty(), () -> history.unknown().orElseThrow());

        assertThat(history.changes(folder))
                .as("golden files are added, never changed: consumers, queues, archives and logs"
                        + " of that time are still there. Put the old file back, and add a new"
                        + " revision or version. If it was never published, let the commit that"
                        + " added it have it right in the first place")
                .isEmpty();
    }

    @Test
    void seesWhatWasChangedRemovedAndIsBeingChanged() throws Exception {
        git("init", "--quiet");
        write("a.json", "1");
        write("b.json", "1");
        write("c.json", "1");
        commit("Promise a, b and c");
        var history = new GoldenHistory(repository);
        assertThat(history.unknown()).isEmpty();
        assertThat(history.changes("golden")).isEmpty();

        write("a.json", "2");
        commit("Change a");
        write("a.json", "1");
        write("README.md", "1");
        commit("Change it back");
        Files.delete(repository.resolve("golden/b.json"));
        commit("Forget b");
        write("c.json", "2");
        write("d.json", "1");

        assertThat(history.changes("golden")).extracting(change -> change.replaceFirst("^\\w+ ",
                "")).containsExactly("Forget b, golden/b.json", "Change it back, golden/a.json",
                        "Change a, golden/a.json", "golden/c.json, not committed yet");
    }

    @Test
    void seesWhatAMergeChanged() throws Exception {
        git("init", "--quiet");
        write("a.json", "1");
        commit("Promise a");
        git("checkout", "--quiet", "-b", "side");
        write("b.json", "1");
        commit("Promise b");
        git("checkout", "--quiet", "-");
        write("c.json", "1");
        commit("Promise c");
        git("merge", "--quiet", "--no-commit", "side");
        write("a.json", "2");
        commit("Merge, and change a");

        assertThat(new GoldenHistory(repository).changes("golden")).isNotEmpty()
                .allMatch(change -> change.endsWith("Merge, and change a, golden/a.json"));
    }

    @Test
    void saysWhenThereIsNoHistory() {
        assertThat(new GoldenHistory(repository).unknown()).isPresent();
    }

    private void write(String name, String text) throws IOException {
        Path file = repository.resolve("golden").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws Exception {
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString(), "-c",
                "user.name=Ada", "-c", "user.email=ada@example.com", "-c",
                "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        assumeTrue(status == 0, () -> "git can't do this here: " + command);
    }
}
