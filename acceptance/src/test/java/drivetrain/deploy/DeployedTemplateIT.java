package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** This project's template, with what is built, as it goes to CloudFormation. */
class DeployedTemplateIT {
    private static final String LOCAL = "(CodeUri|DefinitionUri|Location): (?!s3://).*";
    private static final String REMOTE = "(CodeUri|DefinitionUri|Location): s3://bucket/.*";

    @Test
    void allThatIsLocalGoesToS3AndNothingElseChanges() throws IOException {
        Path file = LocalSystem.templateOfThisProject();
        List<String> before = Files.readAllLines(file);

        PackagedTemplate template = PackagedTemplate.read(file);
        List<String> after = template.text(path -> "s3://bucket/" + path.getFileName()).lines()
                .toList();

        assertThat(after).hasSameSizeAs(before);
        Set<String> named = new TreeSet<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).strip().matches(LOCAL)) {
                assertThat(after.get(i).strip()).matches(REMOTE);
                named.add(before.get(i).replaceFirst("^.*: ", ""));
            } else {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        assertThat(template.files().stream()
                .map(path -> file.toAbsolutePath().getParent().relativize(path).toString()))
                .containsExactlyInAnyOrderElementsOf(named).contains("api/openapi.yaml");
    }
}
