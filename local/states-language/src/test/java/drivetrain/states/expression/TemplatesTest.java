package drivetrain.states.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static EvaluationContext context(String input) {
        return EvaluationContext.of(json(input), () -> json("{\"State\": {\"Name\": \"S\"}}"),
                new Variables(null),
                new Surroundings(() -> Instant.parse("2030-01-02T03:04:05Z"), new Random(1)));
    }

    private static JsonNode intrinsic(String call) throws InvalidExpression {
        return Templates.value(JsonNodeFactory.instance.textNode(call), "x.$").evaluate(
                context("{\"a\": [3, 1, 3], \"o\": {\"k\": 1}, \"s\": \"text\", \"n\": 2.5}"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
            "States.Format('{} is \\{{}\\}', $.s, $.o.k) | \"text is {1}\"",
            "States.Array(1, 'two', null, $.o) | [1,\"two\",null,{\"k\":1}]",
            "States.ArrayUnique($.a) | [3,1]", "States.ArrayRange(5, 1, -2) | [5,3,1]",
            "States.ArrayPartition($.a, 2) | [[3,1],[3]]", "States.MathAdd($.n, -1) | 2",
            "States.StringSplit('a.b,,c', '.,') | [\"a\",\"b\",\"c\"]",
            "States.JsonMerge($.o, States.StringToJson('{\"z\": 0}'), false) | {\"k\":1,\"z\":0}",
            "States.JsonToString($.o) | \"{\\\"k\\\":1}\"",
            "States.Base64Decode(States.Base64Encode('h\\'i')) | \"h'i\"",
            "States.ArrayGetItem($.a, States.MathAdd(0, 1)) | 1",
            "States.ArrayContains($.a, 1.0) | true"})
    void callsIntrinsicFunctions(String call, String expected) throws Exception {
        assertThat(intrinsic(call)).hasToString(json(expected).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.Format('{}')", "States.ArrayGetItem($.a, 3)",
            "States.ArrayRange(1, 9000, 1)", "States.StringToJson('{')",
            "States.JsonMerge($.o, $.o, true)", "States.Hash('a', 'CRC')",
            "States.MathRandom(2, 2)", "States.ArrayLength($.s)", "States.Base64Decode('%')"})
    void failsIntrinsicFunctionsWithWrongArguments(String call) {
        assertThatThrownBy(() -> intrinsic(call)).isInstanceOfSatisfying(EvaluationFailure.class,
                e -> assertThat(e.error()).isEqualTo("States.IntrinsicFailure"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.None()", "States.Format('a", "States.Array(1",
            "States.UUID() x",
            "States.Array(a)"})
    void refusesWhatIsNoCall(String call) {
        assertThatThrownBy(() -> intrinsic(call)).isInstanceOf(InvalidExpression.class);
    }

    @Test
    void repeatsRandomNumbersOfTheSameSeed() throws Exception {
        String call = "States.MathRandom(1, 1000, 42)";

        assertThat(intrinsic(call)).isEqualTo(intrinsic(call));
        assertThat(intrinsic("States.UUID()").textValue())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
            "$partition([1..5], 2) | [[1,2],[3,4],[5]]", "$range(1, 9, 4) | [1,5,9]",
            "$range(3, 1, -1) | [3,2,1]", "$parse('{\"a\": [1, null]}') | {\"a\":[1,null]}",
            "$hash('input data', 'MD5') | \"812f45842bc6d66ee14572ce20db8e86\"",
            "$now() | \"2030-01-02T03:04:05.000Z\"", "$millis() | 1893553445000",
            "$random(7) = $random(7) | true", "$length($uuid()) | 36",
            "$states.input.n | null", "$states.input.list[1] | {\"q\":2}",
            "$sum($states.input.list.q) / 2 | 1.5", "$states.context.State.Name | \"S\"",
            "$append($states.input.list, [4]) | [{\"q\":1},{\"q\":2},4]",
            "$merge([$states.input.o, {'b': 2}]) | {\"a\":1,\"b\":2}",
            "$states.input.list[q > 1].q | 2", "$type($states.input.n) | \"null\"",
            "$sort($states.input.list, function($l, $r) {$l.q < $r.q}).q | [2,1]",
            "$states.input ~> |o|{'a': 5}| | {\"n\":null,\"list\":[{\"q\":1},{\"q\":2}],\"o\":{\"a\":5}}",
            "$string($states.input.o) | \"{\\\"a\\\":1}\"",
            "$reverse($states.input.list).q | [2,1]",
            "$each($states.input.o, function($v, $k) {$k & $v}) | \"a1\"",
            "$exists($states.input.none) | false", "$states.input.o = {'a': 1} | true"})
    void evaluatesJsonata(String expression, String expected) throws Exception {
        JsonNode text = JsonNodeFactory.instance.textNode("{% " + expression + " %}");

        JsonNode value = Templates.jsonata(text, "Output").evaluate(
                context("{\"n\": null, \"list\": [{\"q\": 1}, {\"q\": 2}], \"o\": {\"a\": 1}}"));

        assertThat(value).hasToString(json(expected).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.input.none", "$undefined", "$error('no')", "1 + 'a'",
            "function($x) {$x}", "$parse('{')", "$partition([1], 0)", "$range(1, 2, 0)"})
    void failsJsonataThatGivesNothing(String expression) throws Exception {
        Expression compiled = Templates.jsonata(
                JsonNodeFactory.instance.textNode("{% " + expression + " %}"), "Output/x");

        assertThatThrownBy(() -> compiled.evaluate(context("{}")))
                .isInstanceOfSatisfying(EvaluationFailure.class, e -> {
                    assertThat(e.error()).isEqualTo("States.QueryEvaluationError");
                    assertThat(e.location()).isEqualTo("Output/x");
                });
    }

    @Test
    void refusesBrokenJsonata() {
        assertThatThrownBy(() -> Templates.jsonata(json("{\"a\": [\"{% 1 + %}\"]}"), "Output"))
                .isInstanceOf(InvalidExpression.class);
    }
}
