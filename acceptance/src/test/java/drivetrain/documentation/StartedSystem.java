package drivetrain.documentation;

import drivetrain.acceptance.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What {@code ./start} runs once everything is built, on free ports, with the sample products. */
final class StartedSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final ReadyScreen screen;

    private StartedSystem(Process process, ReadyScreen screen) {
        this.process = process;
        this.screen = screen;
    }

    static StartedSystem start() {
        Path runtime = ProjectFolder.path("local/runtime/target");
        ProcessBuilder command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dhttp.maxConnections=100", "-cp",
                runtime.resolve("runtime.jar") + ":" + runtime.resolve("lib") + "/*",
                "drivetrain.local.Main", "--api-port", "0", "--aws-port", "0"))
                .directory(ProjectFolder.root().toFile()).redirectErrorStream(true);
        try {
            Process process = command.start();
            return new StartedSystem(process, screen(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the screen and for the sample products, which follow it. */
    private static ReadyScreen screen(Process process) {
        var ready = new CompletableFuture<ReadyScreen>();
        Thread.ofVirtual().start(() -> read(process, ready));
        try {
            return ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Reads on after that, so that the system is never held up by a full pipe. */
    private static void read(Process process, CompletableFuture<ReadyScreen> ready) {
        StringBuilder said = new StringBuilder();
        try (var lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("sample products are in")) {
                    ready.complete(new ReadyScreen(said.toString()));
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException("The system has ended:\n" + said));
    }

    ReadyScreen screen() {
        return screen;
    }

    @Override
    public void close() {
        new ChildProcess(process).close();
    }
}
