package drivetrain.debugging;

import drivetrain.acceptance.ChildProcess;
import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.Provider;
import drivetrain.acceptance.RunningSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * This project as {@code ./start --debug} runs it, in a folder that links to what is built here.
 * Its functions and tasks have short timeouts.
 */
final class DebuggedSystem implements AutoCloseable {
    static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(3);
    static final Duration TASK_TIMEOUT = Duration.ofSeconds(4);
    private static final Path PROJECT = LocalSystem.templateOfThisProject().getParent();
    private static final List<String> LINKED = List.of("api", "functions", "local");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Process process;
    private final int debugPort;
    private final List<String> screen = new CopyOnWriteArrayList<>();

    private DebuggedSystem(Path folder, Process process, int debugPort) {
        this.folder = folder;
        this.process = process;
        this.debugPort = debugPort;
        Thread.ofPlatform().daemon().name("screen").start(this::read);
    }

    static DebuggedSystem start(Map<String, String> parameters)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("drivetrain-debugged-");
        copyInto(folder);
        int port = freePort();
        DebuggedSystem system = new DebuggedSystem(folder, run(folder, port, parameters), port);
        system.awaitReady();
        return system;
    }

    private static Process run(Path folder, int port, Map<String, String> parameters)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", folder.resolve("start").toString(),
                "--debug=" + port, "--api-port", "0", "--aws-port", "0", "--no-seed"));
        parameters.forEach((name, value) -> command.addAll(List.of("--param", name + "=" + value)));
        ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return start.start();
    }

    /** What is run is what is there: nothing is built from here. */
    private static void copyInto(Path folder) throws IOException {
        for (String name : LINKED) {
            Files.createSymbolicLink(folder.resolve(name), PROJECT.resolve(name));
        }
        copy("start", folder, "", "");
        copy("template.yaml", folder, "\n    Timeout: 10\n",
                "\n    Timeout: " + FUNCTION_TIMEOUT.toSeconds() + "\n");
        Files.createDirectory(folder.resolve("step-functions"));
        try (Stream<Path> workflows = Files.list(PROJECT.resolve("step-functions"))) {
            for (Path workflow : workflows.toList()) {
                copy("step-functions/" + workflow.getFileName(), folder, "\"TimeoutSeconds\": 15,",
                        "\"TimeoutSeconds\": " + TASK_TIMEOUT.toSeconds() + ",");
            }
        }
        Files.createDirectory(folder.resolve("scripts"));
        Files.writeString(folder.resolve("scripts/java.sh"), ". '"
                + PROJECT.resolve("scripts/java.sh") + "'\nis_stale() { return 1; }\n");
    }

    private static void copy(String file, Path folder, String text, String instead)
            throws IOException {
        Files.writeString(folder.resolve(file),
                Files.readString(PROJECT.resolve(file)).replace(text, instead));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(screen::add);
        } catch (UncheckedIOException | IOException stopped) {
            screen.add(stopped.toString());
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!screen().contains("jdb -attach 127.0.0.1:" + debugPort)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("./start --debug didn't start:\n" + screen());
            }
            Thread.sleep(50);
        }
    }

    /** What it has printed. */
    String screen() {
        return String.join("\n", screen);
    }

    int debugPort() {
        return debugPort;
    }

    /** Its doors. */
    RunningSystem doors() {
        return new RunningSystem(url("API"), url("AWS endpoint"), url("tokens"),
                new Provider(url("payments")), new Provider(url("carrier")));
    }

    private URI url(String name) {
        Matcher line = Pattern.compile("(?m)^ +" + name + " +(http://\\S+)").matcher(screen());
        if (!line.find()) {
            throw new IllegalStateException(
                    "No address of " + name + " on the screen:\n" + screen());
        }
        return URI.create(line.group(1));
    }

    @Override
    public void close() {
        new ChildProcess(process).close();
        removeFolder();
    }

    /** Links are removed, not what they lead to. */
    private void removeFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't remove " + folder, e);
        }
    }
}
