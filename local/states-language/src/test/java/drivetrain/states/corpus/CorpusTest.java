package drivetrain.states.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Runs the recorded cases of the directory that the system property {@code asl.corpus} names. The
 * best figure so far stands in {@code best.properties}, and must not be missed. The property
 * {@code asl.only} picks the cases whose id contains it.
 */
class CorpusTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PLAIN = Set.of("lambda", "activity", "auxiliary-execution",
            "client-actions");

    @Test
    void behavesAsStepFunctionsDid() throws IOException {
        String directory = System.getProperty("asl.corpus", "");
        assumeTrue(!directory.isEmpty(), "asl.corpus is not given: no recorded cases to run");
        String only = System.getProperty("asl.only", "");
        Scoreboard scores = new Scoreboard();

        List<String> lines = Files.readAllLines(Path.of(directory, "cases.jsonl"));
        for (String line : lines) {
            JsonNode corpusCase = MAPPER.readTree(line);
            if (corpusCase.get("id").asText().contains(only)) {
                scores.add(corpusCase.get("category").asText(), corpusCase.get("id").asText(),
                        isPlain(corpusCase), verdict(corpusCase));
            }
        }

        System.out.print(scores.table());
        System.out.println(scores.summary());
        assertThat(scores.passed()).isGreaterThanOrEqualTo(best(scores.total()));
    }

    private static boolean isPlain(JsonNode corpusCase) {
        for (JsonNode need : corpusCase.get("needs")) {
            if (!PLAIN.contains(need.asText())) {
                return false;
            }
        }
        return true;
    }

    private static Verdict verdict(JsonNode corpusCase) {
        try {
            return switch (corpusCase.get("kind").asText()) {
                case "execution" -> new ExecutionCase(corpusCase).run();
                case "static" -> new StaticCase(corpusCase).run();
                case "test_state" -> new StateTestCase(corpusCase).run();
                default -> Verdict.failed("unknown kind");
            };
        } catch (IOException | RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Verdict.failed(e + (trace.length > 0 ? " at " + trace[0] : ""));
        }
    }

    private static int best(int cases) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = CorpusTest.class.getResourceAsStream("best.properties")) {
            properties.load(in);
        }
        boolean same = properties.getProperty("cases").equals(String.valueOf(cases));
        return same ? Integer.parseInt(properties.getProperty("passed")) : 0;
    }
}
