package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the documentation has people run that no test can: it is good shell, and what it names of
 * this project is there: modules, tests, properties, scripts and their options.
 */
class LeftOutBlocksTest {
    /** Maven's own, and its plugins'. */
    private static final Set<String> PROPERTIES = Set.of("skipTests", "test", "it.test",
            "surefire.failIfNoSpecifiedTests", "failsafe.failIfNoSpecifiedTests", "newVersion");
    private static final List<String> CHANGING = List.of("mvn", "git", "gpg", "rm", "./start",
            "scripts/group-id", "scripts/notice", "scripts/check-release");
    /** Where the options of a script are read. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "./start",
            List.of("start", "local/runtime/src/main/java/drivetrain/local/CommandLine.java"),
            "./load", List.of("load", "acceptance/src/main/java/drivetrain/load/Options.java",
                    "acceptance/src/main/java/drivetrain/costs/Options.java"),
            "scripts/redrive",
            List.of("patterns/redrive/src/main/java/drivetrain/redrive/Main.java"));
    private static final List<String> SOURCES = sources();

    @TestFactory
    Stream<DynamicTest> whatIsNotRunNamesWhatIsThere() {
        return Pages.all().stream().flatMap(page -> {
            Commands commands = new Commands();
            return Pages.blocks(page, "sh").stream()
                    .map(block -> Map.entry(block, commands.of(block.text())))
                    .filter(entry -> entry.getKey().isLeftOut())
                    .map(entry -> DynamicTest.dynamicTest(entry.getKey().place(),
                            entry.getKey().uri(), () -> {
                                assertIsShell(entry.getKey());
                                assertThat(mistakes(entry.getValue())).as(entry.getKey().place())
                                        .isEmpty();
                            }));
        });
    }

    @Test
    void whatIsRunLeavesTheProjectAsItIs() {
        Commands commands = new Commands();

        assertThat(Pages.blocks("sh")).filteredOn(block -> !block.isLeftOut())
                .filteredOn(block -> !block.text().startsWith("alias "))
                .filteredOn(block -> commands.of(block.text()).stream()
                        .flatMap(command -> command.stream().limit(1))
                        .anyMatch(CHANGING::contains))
                .extracting(Block::place)
                .as("blocks that build or change the project, to be marked as heavy").isEmpty();
    }

    @Test
    void everyReasonIsOfAKindThatFits() {
        assertThat(Pages.blocks("sh")).filteredOn(block -> block.mark().isPresent())
                .allMatch(block -> block.isMarked(Mark.Kind.NEEDS_AWS)
                        || block.isMarked(Mark.Kind.NEEDS_DOCKER)
                        || block.isMarked(Mark.Kind.NEEDS_AN_OWNER)
                        || block.isMarked(Mark.Kind.HEAVY));
    }

    private static void assertIsShell(Block block) throws Exception {
        Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var input = bash.outputWriter()) {
            input.write(block.text());
        }
        String output = new String(bash.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as("%s: %s", block.place(), output).isZero();
    }

    /** What is wrong with some commands. */
    static List<String> mistakes(List<List<String>> commands) {
        List<String> mistakes = new ArrayList<>();
        for (List<String> command : commands) {
            if (command.getFirst().equals("mvn")) {
                mistakes.addAll(mistakesOfMaven(command));
            } else if (OPTIONS.containsKey(command.getFirst())) {
                mistakes.addAll(unknownOptions(command));
            } else if (command.getFirst().contains("/")
                    && !Files.isExecutable(ProjectFolder.path(command.getFirst()))) {
                mistakes.add("there is no " + command.getFirst());
            }
        }
        return mistakes;
    }

    private static List<String> unknownOptions(List<String> command) {
        String known = String.join("\n", OPTIONS.get(command.getFirst()).stream()
                .map(LeftOutBlocksTest::text).toList());
        return command.stream().filter(word -> word.startsWith("--"))
                .filter(option -> !known.contains(option + "\"") && !known.contains(option + ")")
                        && !known.contains("= " + option))
                .map(option -> command.getFirst() + " has no option " + option).toList();
    }

    private static List<String> mistakesOfMaven(List<String> command) {
        List<String> mistakes = new ArrayList<>();
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (command.get(i - 1).equals("-pl")
                    && !Files.exists(ProjectFolder.path(word).resolve("pom.xml"))) {
                mistakes.add("there is no module " + word);
            } else if (word.startsWith("-D")) {
                mistakes.addAll(mistakesOfProperty(word.substring(2).split("=", 2)));
            }
        }
        return mistakes;
    }

    private static List<String> mistakesOfProperty(String[] property) {
        String name = property[0];
        if (!PROPERTIES.contains(name)) {
            return SOURCES.stream().anyMatch(source -> source.contains("\"" + name + "\"")
                    || source.contains(">!" + name + "<")
                    || source.contains("${" + name + "}") || source.contains(">" + name + "<"))
                            ? List.of()
                            : List.of("nobody reads the property " + name);
        }
        return name.endsWith("test")
                ? Stream.of(property[1].split(",")).filter(test -> !test.equals("None"))
                        .filter(test -> !test.contains("*")).filter(test -> !isTest(test))
                        .map(test -> "there is no test " + test).toList()
                : List.of();
    }

    private static boolean isTest(String name) {
        return SOURCES.stream().anyMatch(source -> source.contains("class " + name + " "));
    }

    private static List<String> sources() {
        List<String> sources = new ArrayList<>();
        for (String folder : List.of("acceptance", "functions", "patterns", "local")) {
            try (Stream<Path> files = Files.find(ProjectFolder.path(folder), 20,
                    (file, _) -> file.toString().matches(".*(/src/.*\\.java|/pom\\.xml)"))) {
                files.forEach(file -> sources.add(text(file.toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sources.add(text("pom.xml"));
        return sources;
    }

    private static String text(String file) {
        try {
            return Files.readString(ProjectFolder.path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
