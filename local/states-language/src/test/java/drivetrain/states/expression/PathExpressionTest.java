package drivetrain.states.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.expression.jsonpath.ReferencePath;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathExpressionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String INPUT = """
            {"a": {"b": [10, 20, 30]}, "odd name": 1, "n": null,
             "items": [{"k": "x", "v": 1, "t": ["r"]}, {"k": "y", "v": 2.5}, {"k": "z"}]}
            """;

    private static EvaluationContext context() throws Exception {
        JsonNode contextObject = MAPPER.readTree("{\"State\": {\"Name\": \"S\"}}");
        Variables variables = new Variables(null);
        variables.assign(Map.of("v", MAPPER.readTree("{\"deep\": [7]}")));
        return EvaluationContext.of(MAPPER.readTree(INPUT), () -> contextObject, variables,
                new Surroundings(() -> Instant.EPOCH, new Random(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
            "$.a.b[1] | 20", "$.a.b[-1] | 30", "$['odd name'] | 1", "$.n | null",
            "$.a.b[0,2] | [10,30]", "$.a.b[1:] | [20,30]", "$.a.b[:-1] | [10,20]",
            "$.a.b[::2] | [10,30]", "$.items[*].k | [\"x\",\"y\",\"z\"]",
            "$..v | [1,2.5]", "$.items[?(@.v > 1)].k | [\"y\"]",
            "$.items[?(@.k == 'x' || @.v >= 2)].k | [\"x\",\"y\"]",
            "$.items[?(!(@.v))].k | [\"z\"]", "$.items[?(@.k in ['x','z'])].k | [\"x\",\"z\"]",
            "$.items[?(@.k =~ /[xy]/)].v | [1,2.5]", "$.items[?(@.t && @.v < 2)].k | [\"x\"]",
            "$.nothing[*].at.all | []", "$$.State.Name | \"S\"", "$v.deep[0] | 7",
            "$v | {\"deep\":[7]}"})
    void readsWhatThePathLeadsTo(String path, String expected) throws Exception {
        assertThat(PathExpression.compile(path).evaluate(context()))
                .hasToString(MAPPER.readTree(expected).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
            "$.x | No results for path: $['x']", "$.x.y | Missing property in path $['x']",
            "$.a.b[9] | Index out of bounds when evaluating path $['a']['b'][9]",
            "$.a.b.c | Expected to find an object with property ['c'] in path $['a']['b']"})
    void saysWhyADefinitePathLeadsNowhere(String path, String reason) throws Exception {
        EvaluationContext context = context();

        assertThatThrownBy(() -> PathExpression.compile(path).evaluate(context))
                .isInstanceOf(EvaluationFailure.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$.", "$.a[", "$.a['b", "$.a b", "$.a[x]", "$.items[?(@.k ==)]",
            "$.a.length()"})
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> PathExpression.compile(path))
                .isInstanceOf(InvalidExpression.class);
    }

    @Test
    void putsAResultWithoutChangingTheDocument() throws Exception {
        JsonNode document = MAPPER.readTree("{\"a\": {\"b\": [1, 2]}, \"c\": 3}");

        JsonNode changed = ReferencePath.compile("$.a.b[1]").put(document,
                MAPPER.readTree("\"x\""));
        JsonNode grown = ReferencePath.compile("$.d.e").put(document, MAPPER.readTree("true"));

        assertThat(changed).hasToString("{\"a\":{\"b\":[1,\"x\"]},\"c\":3}");
        assertThat(grown).hasToString("{\"a\":{\"b\":[1,2]},\"c\":3,\"d\":{\"e\":true}}");
        assertThat(document).hasToString("{\"a\":{\"b\":[1,2]},\"c\":3}");
        assertThatThrownBy(() -> ReferencePath.compile("$.c.e").put(document, document))
                .isInstanceOfSatisfying(EvaluationFailure.class,
                        e -> assertThat(e.error()).isEqualTo("States.ResultPathMatchFailure"));
    }
}
