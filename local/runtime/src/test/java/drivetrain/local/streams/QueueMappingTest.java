package drivetrain.local.streams;

import static drivetrain.local.streams.FakeFunctions.error;
import static drivetrain.local.streams.FakeFunctions.failedItems;
import static drivetrain.local.streams.FakeFunctions.json;
import static drivetrain.local.streams.FakeFunctions.now;
import static drivetrain.local.streams.FakeFunctions.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import drivetrain.local.sqs.MessageDraft;
import drivetrain.local.sqs.Queue;
import drivetrain.local.sqs.QueueCounts;
import drivetrain.local.sqs.QueueFixture;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.QueueMapping;
import drivetrain.local.template.SourceLine;
import drivetrain.states.time.VirtualScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueMappingTest {
    private static final DynamoDb NO_DATABASE = null;

    private final VirtualScheduler time = new VirtualScheduler();
    private final FakeFunctions functions = new FakeFunctions();
    private final Meter meter = new Meter();
    private final Queues queues = new Queues(time, List.of(QueueFixture.standard("work", "dead", 3),
            QueueFixture.standard("dead")));
    private final Queue work = queues.ofArn(QueueFixture.arn("work"));
    private final Queue dead = queues.ofArn(QueueFixture.arn("dead"));

    @Test
    void deliversMessagesAsLambdaGetsThemAndDeletesThem() {
        connect(10, Duration.ZERO, false, OptionalInt.empty(), 1);
        var attributes = (ObjectNode) json(
                "{\"kind\":{\"DataType\":\"String\",\"StringValue\":\"new\"}}");

        work.send(MessageDraft.of("hello").withAttributes(attributes));
        time.advance(Duration.ZERO);

        var record = functions.batches.getFirst().path("Records").get(0);
        assertThat(record.path("body").asText()).isEqualTo("hello");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(QueueFixture.arn("work"));
        assertThat(record.path("awsRegion").asText()).isEqualTo("eu-central-1");
        assertThat(record.path("md5OfBody").asText())
                .isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(record.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(record.at("/messageAttributes/kind/stringValue").asText()).isEqualTo("new");
        assertThat(record.at("/messageAttributes/kind/dataType").asText()).isEqualTo("String");
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void showsAgainOnlyTheMessagesThatWereReported() {
        functions.behaviour = event -> now(functions.batches.size() == 1
                ? failedItems(idOf(event, "bad"))
                : ok(""));

        send("good", "bad");
        connect(10, Duration.ZERO, true, OptionalInt.empty(), 1);
        time.advance(Duration.ZERO);
        time.advance(Duration.ofSeconds(29));
        assertThat(functions.batches).hasSize(1);
        time.advance(Duration.ofSeconds(1));

        assertThat(bodies(1)).containsExactly("bad");
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void metersOneReceiveAndOneDeleteForABatchAndNoDeleteForOneThatFailed() {
        connect(10, Duration.ZERO, false, OptionalInt.empty(), 1);

        send("a");
        time.advance(Duration.ZERO);
        functions.behaviour = event -> now(error());
        send("b");
        time.advance(Duration.ZERO);

        assertThat(meter.usage()).containsExactly(
                new Usage(new Use("lambda", "sqs", "DeleteMessageBatch", "work"), 1, 0, 0),
                new Usage(new Use("lambda", "sqs", "ReceiveMessage", "work"), 2, 0, 0));
    }

    @Test
    void leavesAFailingMessageToTheDeadLetterQueue() {
        connect(1, Duration.ZERO, false, OptionalInt.empty(), 1);
        functions.behaviour = event -> now(error());

        send("poison");
        time.advance(Duration.ofMinutes(5));

        assertThat(functions.batches).hasSize(3);
        assertThat(dead.counts().available()).isEqualTo(1);
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void shortensTheRestOfTheVisibilityTimeoutInScaledTime() {
        connect(1, Duration.ZERO, false, OptionalInt.empty(), 0.1);
        functions.behaviour = event -> now(error());

        send("poison");
        time.advance(Duration.ofSeconds(7));

        assertThat(functions.batches).hasSize(3);
    }

    @Test
    void gathersForTheWindowUntilTheBatchIsFull() {
        connect(3, Duration.ofSeconds(5), false, OptionalInt.empty(), 1);

        send("a");
        time.advance(Duration.ofSeconds(3));
        send("b");
        time.advance(Duration.ofSeconds(1));
        assertThat(functions.batches).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(bodies(0)).containsExactly("a", "b");
        send("c", "d", "e");
        time.advance(Duration.ZERO);

        assertThat(bodies(1)).containsExactly("c", "d", "e");
    }

    @Test
    void deletesWhatTheFilterDoesNotMatch() {
        send("{\"status\":\"open\"}", "{\"status\":\"closed\"}", "not json");

        connect(10, Duration.ZERO, false, OptionalInt.empty(), 1,
                "{\"body\":{\"status\":[\"open\"]}}");
        time.advance(Duration.ZERO);

        assertThat(functions.batches).hasSize(1);
        assertThat(bodies(0)).containsExactly("{\"status\":\"open\"}");
        assertThat(work.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void runsNoMoreBatchesAtATimeThanAllowed() {
        connect(1, Duration.ZERO, false, OptionalInt.of(2), 1);
        var running = new ArrayList<CompletableFuture<InvocationResult>>();
        functions.behaviour = event -> {
            running.add(new CompletableFuture<>());
            return running.getLast();
        };

        IntStream.range(0, 5).forEach(n -> send("m" + n));
        time.advance(Duration.ZERO);
        assertThat(running).hasSize(2);
        running.getFirst().complete(ok(""));
        time.advance(Duration.ZERO);

        assertThat(running).hasSize(3);
        assertThat(work.counts()).isEqualTo(new QueueCounts(2, 2, 0));
    }

    private void connect(int batchSize, Duration window, boolean reports, OptionalInt concurrency,
            double timeScale, String... filters) {
        var sources = new EventSources(new EventSources.Parts(NO_DATABASE, queues, functions, time,
                time, timeScale, 1, meter));
        sources.connect(new QueueMapping(new SourceLine(Path.of("template.yaml"), 1), "mapping",
                "consume", "work", QueueFixture.arn("work"), true, batchSize, window,
                List.of(filters).stream().map(FakeFunctions::json).toList(), reports, concurrency));
    }

    private void send(String... bodies) {
        for (var body : bodies) {
            work.send(MessageDraft.of(body));
        }
    }

    private List<String> bodies(int batch) {
        return functions.batches.get(batch).path("Records").valueStream()
                .map(record -> record.path("body").asText()).toList();
    }

    private static String idOf(JsonNode event, String body) {
        return event.path("Records").valueStream()
                .filter(record -> record.path("body").asText().equals(body)).findFirst()
                .orElseThrow().path("messageId").asText();
    }
}
