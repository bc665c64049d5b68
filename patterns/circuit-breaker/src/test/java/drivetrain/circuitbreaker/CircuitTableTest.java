package drivetrain.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitTableTest {
    private static final String FIGURES = "{'windowMillis': 30000, 'minimumFailures': 5,"
            + " 'minimumCallers': 3, 'failureRate': 0.5, 'slowCallMillis': 4000,"
            + " 'openTimeMillis': 15000, 'openTimeCapMillis': 300000, 'probesToClose': 3,"
            + " 'probeLeaseMillis': 20000, 'successSample': 10}";
    private static final String TABLE = "{'carrier#quote': " + FIGURES + ", 'carrier#book': "
            + FIGURES + "}";

    @Test
    void readsWhatIsSetForEachCircuit() {
        var table = CircuitTable.read(TABLE);

        assertThat(table.names()).containsExactly("carrier#book", "carrier#quote");
        assertThat(table.settings("carrier#quote")).isEqualTo(CircuitSettings.defaults());
    }

    @Test
    void readsJsonJustAsWell() {
        var table = CircuitTable.read(TABLE.replace('\'', '"').replace("15000", "1.6e4"));

        assertThat(table.settings("carrier#book").openTime()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void namesTheCircuitsThatThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> CircuitTable.read(TABLE).settings("carrier#qoute"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("carrier#qoute")
                .hasMessageContaining("carrier#quote");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'minimumCallers': 3, |                           | minimumCallers is missing
            successSample        | succesSample              | succesSample is unknown
            0.5                  | 1.5                       | failureRate must be above 0
            'minimumCallers': 3  | 'minimumCallers': 6       | minimumCallers must not be over
            'probesToClose': 3   | 'probesToClose': 0        | probesToClose must be at least 1
            'probesToClose': 3   | 'probesToClose': 2.5      | probesToClose must be a whole
            30000                | 30000000000               | windowMillis must be a whole
            'openTimeCapMillis': 300000 | 'openTimeCapMillis': 1 | openTimeCap must not be under
            'slowCallMillis': 4000 | 'slowCallMillis': 20001 | probeLease must not be under
            'slowCallMillis': 4000 | 'slowCallMillis': -1    | slowCall must be longer than zero
            """, quoteCharacter = '`')
    void namesAMistake(String figure, String wrong, String problem) {
        var text = TABLE.replace(figure, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> CircuitTable.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carrier#book: " + problem)
                .hasMessageContaining("carrier#quote: " + problem);
    }

    @Test
    void namesEveryMistakeOfACircuitAtOnce() {
        var text = TABLE.replace("'windowMillis': 30000,", "").replace("probesToClose", "probes");

        assertThatThrownBy(() -> CircuitTable.read(text))
                .hasMessageContaining("windowMillis is missing")
                .hasMessageContaining("probesToClose is missing")
                .hasMessageContaining("probes is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "{}", "[]", "7", "{'a'}", "{'a': 1}", "{'a': {}}",
            "{'a': {'b': 1}", "{'a': {'b': c}}", "{'a': {'b': 1}}}", "{'a': {'b': 1},}",
            "{a: {'b': 1}}", "{'a': {'b': 1, 'b': 2}}", "{'a\": {'b': 1}}"})
    void saysWhereATextIsNoTable(String text) {
        assertThatThrownBy(() -> CircuitTable.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("near character");
    }
}
