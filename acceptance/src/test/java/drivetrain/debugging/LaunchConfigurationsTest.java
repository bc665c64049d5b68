package drivetrain.debugging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.acceptance.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What IntelliJ IDEA and VS Code find in a clone fits what {@code ./start --debug} does. */
class LaunchConfigurationsTest {
    private static final Path PROJECT = LocalSystem.templateOfThisProject().getParent();
    private static final String ATTACH = "Attach to ./start --debug";
    private static final String RUN = "./start --debug";

    /** A configuration of IntelliJ IDEA: its type, and its options by name. */
    private record Shared(String name, String type, Map<String, String> options) {}

    private static List<Shared> shared() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve(".run"))) {
            return files.sorted().map(LaunchConfigurationsTest::read).toList();
        }
    }

    private static Shared read(Path file) {
        try {
            Element configuration = (Element) DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder().parse(file.toFile())
                    .getElementsByTagName("configuration").item(0);
            NodeList options = configuration.getElementsByTagName("option");
            return new Shared(configuration.getAttribute("name"),
                    configuration.getAttribute("type"),
                    IntStream.range(0, options.getLength())
                            .mapToObj(i -> (Element) options.item(i))
                            .collect(Collectors.toMap(option -> option.getAttribute("name"),
                                    option -> option.getAttribute("value"))));
        } catch (Exception e) { // What parsers of XML declare.
            throw new IllegalStateException("Can't read " + file, e);
        }
    }

    private static String usualPort() throws IOException {
        Matcher port = Pattern.compile("--debug\\) debug=([0-9]+) ;;")
                .matcher(Files.readString(PROJECT.resolve("start")));
        assertThat(port.find()).isTrue();
        return port.group(1);
    }

    private static JsonNode visualStudioCode(String file) throws IOException {
        return new JsonMapper().readTree(PROJECT.resolve(".vscode").resolve(file).toFile());
    }

    /** What VS Code reads as the end of its task's start. */
    static Pattern endOfStart() throws IOException {
        return Pattern.compile(visualStudioCode("tasks.json").findValue("endsPattern").asText());
    }

    @Test
    void intellijAttachesToTheUsualPort() throws IOException {
        assertThat(shared()).filteredOn(one -> one.name().equals(ATTACH)).singleElement()
                .satisfies(one -> {
                    assertThat(one.type()).isEqualTo("Remote");
                    assertThat(one.options()).containsEntry("HOST", "127.0.0.1")
                            .containsEntry("PORT", usualPort())
                            .containsEntry("DEBUG_PORT", usualPort());
                });
    }

    @Test
    void intellijRunsStart() throws IOException {
        assertThat(shared()).filteredOn(one -> one.name().equals(RUN)).singleElement()
                .satisfies(one -> {
                    assertThat(one.type()).isEqualTo("ShConfigurationType");
                    assertThat(one.options()).containsEntry("SCRIPT_OPTIONS", "--debug");
                    assertThat(named(one.options().get("SCRIPT_PATH"), "$PROJECT_DIR$"))
                            .isExecutable();
                    assertThat(named(one.options().get("SCRIPT_WORKING_DIRECTORY"),
                            "$PROJECT_DIR$")).isDirectory();
                });
    }

    @Test
    void visualStudioCodeAttachesToTheUsualPort() throws IOException {
        JsonNode configurations = visualStudioCode("launch.json").path("configurations");

        assertThat(configurations.valueStream().map(one -> one.path("name").asText()))
                .contains(ATTACH);
        assertThat(configurations).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("request").asText()).isEqualTo("attach");
            assertThat(one.path("hostName").asText()).isEqualTo("127.0.0.1");
            assertThat(one.path("port").asText()).isEqualTo(usualPort());
        });
    }

    @Test
    void visualStudioCodeRunsStartFirst() throws IOException {
        JsonNode task = visualStudioCode("tasks.json").path("tasks").path(0);

        assertThat(task.path("label").asText()).isEqualTo(RUN);
        assertThat(named(task.path("command").asText(), "${workspaceFolder}")).isExecutable();
        assertThat(task.path("args").path(0).asText()).isEqualTo("--debug");
        assertThat(visualStudioCode("launch.json").findValuesAsText("preLaunchTask"))
                .containsOnly(RUN);
    }

    private static Path named(String path, String project) {
        assertThat(path).startsWith(project);
        return Path.of(path.replace(project, PROJECT.toString()));
    }
}
