package drivetrain.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The project's own template: the runtime honours all of it. */
class DrivetrainTemplateTest {
    @Test
    void findsNothingThatItDoesNotSupport() {
        List<String> problems = problems();

        assertThat(problems).allMatch(problem -> problem.contains("build it first"));
    }

    /** The packages may not be built yet, which is no concern of this test. */
    private static List<String> problems() {
        TemplateOptions options = new TemplateOptions("drivetrain", "eu-central-1", "000000000000",
                URI.create("http://127.0.0.1:4566"), Map.of(), Map.of(),
                Map.of("secretsmanager:drivetrain/payment-provider:SecretString:apiKey", "a",
                        "secretsmanager:drivetrain/payment-provider:SecretString:webhookSecret",
                        "b", "secretsmanager:drivetrain/carrier:SecretString:apiKey", "c",
                        "secretsmanager:drivetrain/carrier:SecretString:webhookSecret", "d"));
        try {
            SamTemplate.load(Path.of("../../template.yaml"), options);
            return List.of();
        } catch (TemplateException e) {
            return e.problems().stream().map(TemplateProblem::toString).toList();
        }
    }
}
