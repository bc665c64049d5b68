package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/check-commits}, in histories that are made for it. */
class CheckCommitsTest {
    private static final String SCRIPT = "scripts/check-commits";
    private static final String BASE = "base";

    @TempDir
    private Path folder;
    private Path repository;

    private record Answer(int status, String text) {}

    @BeforeEach
    void makeAHistory() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectory(repository.resolve("scripts"));
        Files.copy(Project.path(SCRIPT), repository.resolve(SCRIPT));
        git("init", "--quiet");
        git("add", "--all");
        commit("Begin with a subject that nobody checks, since the rule starts after this commit.");
        git("tag", BASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Say what changed", "Say what changed\n\nAnd why.\n",
            "Seventy-one characters, of which the last one is an ellipsis, which is…"})
    void takesAGoodMessage(String message) throws Exception {
        commit(message);

        assertThat(check()).isEqualTo(new Answer(0, "Commit messages: the 1 commits after base"
                + " are written as CONTRIBUTING.md says.\n"));
    }

    @Test
    void refusesALongSubject() throws Exception {
        commit("Seventy-two characters, of which the last one is an ellipsis, which is s…");

        assertRefuses("The subject has 73 characters: shorten it to under 72");
    }

    @Test
    void refusesASubjectOfJustTheLimit() throws Exception {
        commit("x".repeat(72));

        assertRefuses("The subject has 72 characters");
    }

    @Test
    void refusesAFullStop() throws Exception {
        commit("Say what changed.");

        assertRefuses("ends with a full stop: take it away");
    }

    @Test
    void refusesABodyRightBelowTheSubject() throws Exception {
        commit("Say what changed\nand why");

        assertRefuses("The line after the subject isn't empty");
    }

    @Test
    void checksEveryCommitAfterTheNewestTagAndNoOther() throws Exception {
        commit("One.");
        commit("Two.");

        assertThat(check().text()).contains("One.").contains("Two.").doesNotContain("Begin");
        git("tag", "newer");
        assertThat(check().status()).isZero();
        assertThat(check("HEAD~1").text()).contains("Two.").doesNotContain("One.");
    }

    @Test
    void passesOverRobots() throws Exception {
        git("-c", "user.email=1+dependabot[bot]@users.noreply.github.com", "commit", "--quiet",
                "--allow-empty", "--message", "Bump a library.");

        assertThat(check().text()).contains("the 0 commits");
    }

    @Test
    void checksWhatAShallowCloneHas() throws Exception {
        commit("One.");
        commit("Two.");
        git("clone", "--quiet", "--depth", "1", repository.toUri().toString(),
                folder.resolve("shallow").toString());
        repository = folder.resolve("shallow");

        assertThat(check().text()).contains("This clone is shallow").contains("Two.")
                .doesNotContain("One.");
    }

    @Test
    void saysWhichBaseItDoesNotKnow() throws Exception {
        assertThat(check("nowhere")).isEqualTo(new Answer(2, "There is no commit nowhere here.\n"));
    }

    private void assertRefuses(String reason) throws Exception {
        Answer answer = check();

        assertThat(answer.text()).contains(reason).contains("git commit --amend");
        assertThat(answer.status()).isEqualTo(1);
    }

    private Answer check(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private void commit(String message) throws Exception {
        git("commit", "--quiet", "--allow-empty", "--cleanup", "verbatim", "--message", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c",
                "user.email=ada@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        assertThat(run(command)).extracting(Answer::status).as(command.toString()).isEqualTo(0);
    }

    private Answer run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).directory(repository.toFile())
                .redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
