package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.testing.FunctionRun;
import io.avaje.jsonb.JsonType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A text may have any characters, and any length, wherever it is written. */
class JsonTypesTest {
    private static final String SMILE = "\uD83D\uDE42";

    /** Each at every place of the writer's chunks of 512 characters. */
    static List<String> texts() {
        return List.of(SMILE, "a" + SMILE, SMILE + "é", "\"" + SMILE + "\\", SMILE + "\n", "€",
                "\u0001", "\uD83D", "\uDE42\uD83D");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesTextsOfAnyLength(String unit) {
        JsonType<Map<String, Object>> maps = JsonTypes.maps();
        for (int times = 0; times < 1_100; times++) {
            Map<String, Object> map = Map.of("text", unit.repeat(times));
            var stream = new ByteArrayOutputStream();
            maps.toJson(map, stream);

            assertThat(maps.fromJson(maps.toJson(map))).isEqualTo(map);
            assertThat(maps.fromJson(stream.toString(StandardCharsets.UTF_8))).isEqualTo(map);
        }
    }

    @Test
    void leavesOutATextThatIsNull() {
        var map = new HashMap<String, Object>();
        map.put("text", null);

        assertThat(JsonTypes.maps().toJson(map)).isEqualTo("{}");
    }

    @Test
    void logsLongTexts() {
        var text = ("a" + SMILE).repeat(200);
        var function = new EventFunction((_, log) -> log.error("failed", Map.of(),
                new IllegalStateException(text)));

        var run = FunctionRun.of((input, _, context) -> function.handle(input, context),
                "{\"id\":\"e-1\",\"detail\":{}}");

        assertThat(JsonTypes.maps().fromJson(run.log().getFirst())).containsEntry("cause", text);
    }

    @Test
    void writesImagesOfItemsWithLongTexts() {
        var text = ("a" + SMILE).repeat(200);
        var image = Map.of("data", AttributeValue.fromS(text));
        var record = new StreamRecord("1", StreamRecord.Change.INSERT, image, image, Map.of());

        assertThat(StreamEvent.fromJson(new ByteArrayInputStream(
                record.toBatchJson().getBytes(StandardCharsets.UTF_8))).records())
                .singleElement().extracting(StreamEvent.Entry::toRecord).isEqualTo(record);
    }
}
