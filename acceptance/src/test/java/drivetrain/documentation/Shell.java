package drivetrain.documentation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A bash in the project's folder, for the blocks of one page: what one sets, the next ones have. It
 * ends with the first command that fails, as somebody who pastes the page would stop there.
 */
final class Shell implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DONE = "--- done ---";
    private static final String FAILED = "--- failed in line ";
    private static final String ENDED = "--- ended ---";
    /** An HTTP error is one of curl's, too, and its progress is no part of what it prints. */
    private static final String CURL = "fail-with-body\nsilent\nshow-error\n";

    private final Process process;
    private final Path folder;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private int blocks;
    private boolean over;

    /** How it went. */
    sealed interface Outcome {
        /** Every command ended well; what they printed. */
        record Succeeded(String output) implements Outcome {}

        /**
         * The shell has ended.
         *
         * @param line of the commands, from 1
         */
        record Failed(int line, String output) implements Outcome {}
    }

    /**
     * Starts one.
     *
     * @param parent where it makes a folder for files of its own
     */
    Shell(Path parent, Map<String, String> environment) {
        try {
            folder = Files.createTempDirectory(parent, "shell");
            Files.writeString(folder.resolve(".curlrc"), CURL);
            var bash = new ProcessBuilder("bash", "--noprofile", "--norc").redirectErrorStream(true)
                    .directory(ProjectFolder.root().toFile());
            bash.environment().putAll(environment);
            bash.environment().put("CURL_HOME", folder.toString());
            process = bash.start();
            Thread.ofVirtual().start(this::read);
            write("shopt -s expand_aliases; set -eE -o pipefail; trap 'printf \"\\n" + FAILED
                    + "%s\\n\" $LINENO' ERR");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private void read() {
        try (var output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        lines.add(ENDED);
    }

    boolean isOver() {
        return over;
    }

    /** Runs some commands, and waits for them. */
    Outcome run(String commands) {
        Path file = folder.resolve("block-" + ++blocks + ".sh");
        try {
            Files.writeString(file, commands);
            write("source '" + file + "' < /dev/null; printf '\\n" + DONE + "\\n'");
            Outcome outcome = outcome();
            over = outcome instanceof Outcome.Failed;
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Outcome outcome() throws InterruptedException {
        StringBuilder output = new StringBuilder();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int line = 1;
        while (true) {
            String next = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                close();
                return new Outcome.Failed(line, output + "\nIt takes too long.");
            } else if (next.equals(DONE)) {
                return new Outcome.Succeeded(output.toString());
            } else if (next.equals(ENDED)) {
                return new Outcome.Failed(line, output.toString());
            } else if (next.startsWith(FAILED)) {
                line = Integer.parseInt(next.substring(FAILED.length()));
            } else {
                output.append(next).append('\n');
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
