package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Modules are built side by side; what waits for what is said by dependencies alone. */
class BuildOrderTest {
    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
    private static final Pattern ARTIFACT = Pattern
            .compile(
                    "<groupId>\\$\\{project\\.groupId\\}</groupId>\\s*<artifactId>([a-z-]+)</artifactId>");

    @Test
    void theScenariosWaitForTheZipOfEveryService() throws IOException {
        Set<String> services = names("functions/pom.xml", MODULE);

        assertThat(names("acceptance/pom.xml", ARTIFACT))
                .as("dependencies of acceptance/pom.xml; without that of a service, scenarios may"
                        + " run before its zip is built, or over its last one")
                .containsAll(services);
        assertThat(services).contains("orders");
    }

    private static Set<String> names(String file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Project.path(file))).results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
