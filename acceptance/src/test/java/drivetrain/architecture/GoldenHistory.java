package drivetrain.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What git knows of files that are added and never changed again. A list of their checksums could be
 * changed together with them; what was committed can't.
 */
final class GoldenHistory {
    private final Path repository;

    GoldenHistory(Path repository) {
        this.repository = repository;
    }

    /** Why the history can't be read here; empty if it can. */
    Optional<String> unknown() {
        try {
            return git("rev-parse", "--is-shallow-repository").equals("true")
                    ? Optional.of("this clone is shallow, and doesn't know what was")
                    : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException nothing) {
            return Optional.of("there is no git here, or no history: " + nothing.getMessage());
        }
    }

    /**
     * Each time that a JSON file of a folder was changed, renamed or removed, and those that aren't
     * committed yet.
     */
    List<String> changes(String folder) {
        String files = folder + "/*.json";
        String committed = git("log", "-m", "--no-renames", "--diff-filter=MDT",
                "--format=%x00%h %s", "--name-only", "--", files);
        String fresh = git("diff", "--no-renames", "--diff-filter=MDT", "--name-only", "HEAD",
                "--", files);
        return Stream.concat(Stream.of(committed.split("\0")).map(GoldenHistory::inALine),
                fresh.lines().map(file -> file + ", not committed yet"))
                .filter(change -> !change.isBlank()).toList();
    }

    private static String inALine(String commit) {
        return commit.strip().replaceAll("\\s*\n\\s*", ", ");
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(git.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8).strip();
            if (git.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
