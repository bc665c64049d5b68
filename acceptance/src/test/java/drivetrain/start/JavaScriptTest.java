package drivetrain.start;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.LocalSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaScriptTest {
    private static final Path SCRIPT = LocalSystem.templateOfThisProject().toAbsolutePath()
            .resolveSibling("scripts/java.sh");

    @TempDir
    private Path folder;

    private record Answer(int status, String text) {}

    @Test
    void saysWhereToGetAJdkWhereThereIsAnOlderOneOnly() throws Exception {
        Path old = jdk("old", "17.0.15");

        Answer answer = bash(homes(old) + "require_jdk; echo 'goes on'");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).startsWith("Drivetrain needs a JDK 25 or newer")
                .doesNotContain("goes on");
        assertThat(answer.text().lines()).anyMatch(line -> line.startsWith("  Debian, Ubuntu"))
                .anyMatch(line -> line.startsWith("  Fedora"))
                .anyMatch(line -> line.startsWith("  macOS"))
                .anyMatch(line -> line.startsWith("  Windows"))
                .anyMatch(line -> line.startsWith("  SDKMAN"));
    }

    @Test
    void takesTheFirstJdkThatIsNewEnough() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path right = jdk("right", "25.0.1");
        Path newer = jdk("newer", "26");

        assertThat(bash(homes(old, right, newer) + "find_jdk"))
                .isEqualTo(new Answer(0, right + "\n"));
        assertThat(bash(homes(right, old) + "find_jdk; first_jdk -eq 17"))
                .isEqualTo(new Answer(0, right + "\n" + old + "\n"));
    }

    @Test
    void showsModuleProgressAndTimeLeft() throws Exception {
        module("patterns/small", "Pattern: small", 1);
        module("functions/large", "Service: large", 80);
        module("local/last", "Local: last", 10);

        Answer answer = bash("""
                mkdir target
                {
                    echo '[INFO] Building Pattern: small 1.0.0-SNAPSHOT               [1/3]'
                    echo '[INFO] Building jar: /somewhere/small.jar'
                    sleep 1
                    echo '[INFO] Building Service: large 1.0.0-SNAPSHOT               [2/3]'
                    sleep 1
                    echo '[INFO] Building Local: last 1.0.0-SNAPSHOT                  [3/3]'
                } | show_progress
                """);

        assertThat(answer.text().lines()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("  [  1/3]   0 %  Pattern: small"),
                line -> assertThat(line).matches(" {2}\\[ {2}2/3] +[0-9]+ %.* {2}Service: large"),
                line -> assertThat(line)
                        .matches(" {2}\\[ {2}3/3] +[0-9]+ %, [0-9]+ s left {2}Local: last"));
    }

    @Test
    void throwsACacheAwayThatIsOlderThanAJarOrOfAnotherJdk() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("local/runtime/target/lib"));
        Path library = Files.createFile(lib.resolve("a.jar"));
        Files.createFile(lib.resolveSibling("runtime.jar"));
        Path jdk = jdk("right", "25.0.1");
        Files.writeString(folder.resolve("runtime.aot"), "");
        Files.copy(jdk.resolve("release"), folder.resolve("runtime.aot.jdk"));
        String fits = "JDK=" + jdk + "; aot_fits runtime.aot && echo fits || echo 'does not'";

        Stream.of(library, lib, lib.resolveSibling("runtime.jar"))
                .forEach(file -> age(file, Instant.now().minusSeconds(60)));
        assertThat(bash(fits).text()).isEqualTo("fits\n");

        age(library, Instant.now().plusSeconds(60));
        assertThat(bash(fits).text()).isEqualTo("does not\n");

        age(library, Instant.now().minusSeconds(60));
        jdk("right", "25.0.2");
        assertThat(bash(fits).text()).isEqualTo("does not\n");
    }

    private static void age(Path file, Instant time) {
        assertThat(file.toFile().setLastModified(FileTime.from(time).toMillis())).isTrue();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        if (!Files.exists(bin.resolve("javac"))) {
            Files.createFile(bin.resolve("javac"), PosixFilePermissions
                    .asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return home;
    }

    private void module(String path, String name, int files) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(path + "/src/main/java"));
        Files.writeString(folder.resolve(path + "/pom.xml"), "    <name>" + name + "</name>\n");
        for (int i = 0; i < files; i++) {
            Files.createFile(sources.resolve("File" + i + ".java"));
        }
    }

    /** Replaces the search through the machine. */
    private static String homes(Path... homes) {
        return Stream.of(homes).map(Path::toString)
                .collect(Collectors.joining(" ", "jdk_homes() { printf '%s\\n' ", "; }\n"));
    }

    private Answer bash(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-c",
                "set -euo pipefail; . " + SCRIPT + "\n" + script).directory(folder.toFile())
                .redirectErrorStream(true).start();
        bash.getOutputStream().close();
        String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(bash.waitFor(), text);
    }
}
