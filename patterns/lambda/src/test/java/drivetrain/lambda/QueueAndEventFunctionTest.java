package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.VersionConflict;
import drivetrain.testing.FunctionRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueAndEventFunctionTest {
    private static final String EVENT = """
        {"version":"0","id":"e-1","detail-type":"StockChanged","source":"drivetrain.inventory",
         "account":"000000000000","time":"2026-11-21T10:15:30Z","region":"eu-central-1",
         "resources":[],"detail":{"metadata":{"eventId":"inventory:A:3","schemaVersion":1,
         "occurredAt":"2026-11-21T10:15:30Z","correlationId":"c-1","version":3,"later":"more"},
         "data":{"sku":"A","available":7}}}""";

    @Test
    void readsAnEventOfOurs() {
        var seen = new ArrayList<EventDetail>();
        var function = new EventFunction(event -> seen.add(event.ours()));

        FunctionRun.of((in, out, context) -> function.handle(in, context), EVENT);

        assertThat(seen).containsExactly(new EventDetail(new EventMetadata("inventory:A:3", 1,
                Instant.parse("2026-11-21T10:15:30Z"), "c-1", 3),
                "{\"sku\":\"A\",\"available\":7}"));
        assertThat(EventDetail.fromJson(seen.getFirst().toJson())).isEqualTo(seen.getFirst());
    }

    @Test
    void keepsEveryCharacterOfAnEvent() {
        var metadata = new EventMetadata("catalog:A:1", 1, Instant.EPOCH, "c-1", 1);
        var data = "{\"name\":\"2 N·m, 100 €, 😀 \\\"quoted\\\"\"}";

        var sent = new EventDetail(metadata, data).toJson();

        assertThat(sent).matches("\\p{ASCII}*");
        assertThat(JsonTypes.tolerant(SampleTask.Named.class)
                .fromJson(EventDetail.fromJson(sent).data()))
                .isEqualTo(new SampleTask.Named("2 N·m, 100 €, 😀 \"quoted\""));
    }

    @Test
    void saysInEachLineWhichRequestCausedAnEvent() {
        var function = new EventFunction((event, log) -> {
            log.warn("odd", Map.of());
            log.metric("Odd", "Count", 1);
        });
        var ended = """
            {"id":"e-1","source":"aws.states","detail-type":"Step Functions Execution Status Change",
            "detail":{"status":"FAILED","input":"{\\"orderId\\":\\"o\\",\\"correlationId\\":\\"c-2\\"}"}}""";

        assertThat(log(function, EVENT)).hasSize(3)
                .allMatch(line -> line.contains("\"correlationId\":\"c-1\""));
        assertThat(log(function, ended)).hasSize(3)
                .allMatch(line -> line.contains("\"correlationId\":\"c-2\""));
        assertThat(log(function, "{\"id\":\"e-3\",\"detail\":{\"input\":\"x\"}}"))
                .allMatch(line -> line.contains("\"correlationId\":\"e-3\""));
        assertThat(log(function, "{\"id\":\"e-4\"}"))
                .allMatch(line -> line.contains("\"correlationId\":\"e-4\""));
    }

    private static List<String> log(EventFunction function, String event) {
        return FunctionRun.of((in, out, context) -> function.handle(in, context), event).log();
    }

    @Test
    void letsLambdaTryAgainWhatAConsumerThrew() {
        var function = new EventFunction(event -> {
            throw new VersionConflict("Prices: newer");
        });

        assertThatThrownBy(() -> FunctionRun.of((in, out, context) -> function.handle(in, context),
                EVENT)).isInstanceOf(VersionConflict.class);
    }

    @Test
    void reportsJustTheMessagesThatFailed() {
        var function = new QueueFunction(message -> {
            if (message.body().equals("bad")) {
                throw new IllegalArgumentException("unknown event");
            }
        });
        var batch = """
            {"Records":[{"messageId":"m-1","body":"good","receiptHandle":"x"},
            {"messageId":"m-2","body":"bad"},{"messageId":"m-3","body":"good"}]}""";

        var run = FunctionRun.of(function::handle, batch);

        assertThat(run.output())
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
        assertThat(run.log().getFirst()).contains("\"ERROR\"").contains("unknown event");
        assertThat(run.log().getFirst()).contains("\"correlationId\":\"m-2\"");
        assertThat(run.log().getLast()).contains("\"failed\":1")
                .contains("\"correlationIds\":[\"m-1\",\"m-2\",\"m-3\"]");
    }

    @Test
    void saysWhichRequestsCausedTheMessagesOfABatch() {
        var quoted = EVENT.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "");
        var batch = "{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"" + quoted + "\"},"
                + "{\"messageId\":\"m-2\",\"body\":\"" + quoted + "\"}]}";

        var run = FunctionRun.of(new QueueFunction(message -> {})::handle, batch);

        assertThat(run.log()).singleElement().asString()
                .contains("\"correlationIds\":[\"c-1\"]");
    }
}
