package drivetrain.local.streams;

import static drivetrain.local.streams.FakeFunctions.error;
import static drivetrain.local.streams.FakeFunctions.failedItems;
import static drivetrain.local.streams.FakeFunctions.json;
import static drivetrain.local.streams.FakeFunctions.now;
import static drivetrain.local.streams.FakeFunctions.ok;
import static drivetrain.local.streams.FakeFunctions.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.sqs.QueueFixture;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.StreamMapping;
import drivetrain.local.template.TableResource;
import drivetrain.states.time.VirtualScheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables and their streams are DynamoDB Local's; time is virtual, and begins now. */
class StreamMappingTest {
    private static DynamoDb dynamoDb;
    private static int tables;

    private final VirtualScheduler time = new VirtualScheduler(
            Instant.now(Clock.systemUTC()).plusSeconds(1));
    private final FakeFunctions functions = new FakeFunctions();
    private final Queues queues = new Queues(time, List.of(QueueFixture.standard("failures")));
    private EventSources sources;
    private String table;

    @BeforeAll
    static void startDynamoDb() {
        dynamoDb = DynamoDb.start("eu-central-1", "000000000000");
    }

    @AfterAll
    static void stopDynamoDb() {
        dynamoDb.close();
    }

    @BeforeEach
    void openSources() {
        table = "Things" + ++tables;
        sources = new EventSources(new EventSources.Parts(dynamoDb, queues, functions, time, time,
                1, 42, new Meter()));
    }

    @AfterEach
    void closeSources() {
        sources.close();
    }

    @Test
    void deliversChangesAsLambdaGetsThem() {
        connect(mapping());

        put("a", 1);
        put("a", 2);
        dynamoDb.call("DeleteItem", request().set("Key", key("a")));
        settle();

        var records = records();
        assertThat(records).extracting(record -> record.path("eventName").asText())
                .containsExactly("INSERT", "MODIFY", "REMOVE");
        var modified = records.get(1);
        assertThat(modified.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(modified.path("eventVersion").asText()).isEqualTo("1.1");
        assertThat(modified.path("eventID").asText()).isNotBlank();
        assertThat(modified.path("awsRegion").asText()).isEqualTo("eu-central-1");
        assertThat(modified.path("eventSourceARN").asText()).isEqualTo(streamArn());
        var change = modified.path("dynamodb");
        assertThat(change.path("Keys")).isEqualTo(json("{\"id\":{\"S\":\"a\"}}"));
        assertThat(change.path("OldImage").path("n").path("N").asText()).isEqualTo("1");
        assertThat(change.path("NewImage").path("n").path("N").asText()).isEqualTo("2");
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(change.path("SizeBytes").asInt()).isPositive();
        assertThat(change.path("ApproximateCreationDateTime").isIntegralNumber()).isTrue();
        assertThat(records.get(2).path("dynamodb").has("NewImage")).isFalse();
    }

    @Test
    void deliversWhatTransactionsWrite() {
        connect(mapping());
        var request = dynamoDbJson();
        var items = request.putArray("TransactItems");
        for (var id : List.of("a", "b")) {
            items.addObject().putObject("Put").put("TableName", table).set("Item", item(id, 1));
        }

        dynamoDb.call("TransactWriteItems", request);
        settle();

        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsTheOrderOfEachKeyInBatchesOfTheGivenSize() {
        connect(mapping().batchSize(3));

        IntStream.range(0, 40).forEach(n -> put("key" + n % 4, n));
        settle();

        assertThat(records()).hasSize(40);
        assertThat(functions.batches).allMatch(batch -> batch.path("Records").size() <= 3);
        for (int key = 0; key < 4; key++) {
            assertThat(numbersOf("key" + key)).isSorted().hasSize(10);
        }
    }

    @Test
    void gathersForTheWindowUntilTheBatchIsFull() {
        connect(mapping().batchSize(3).window(Duration.ofSeconds(5)));
        put("a", 1);
        put("a", 2);
        time.advance(Duration.ofSeconds(4));
        assertThat(functions.batches).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(functions.batches).hasSize(1);

        put("a", 3);
        put("a", 4);
        put("a", 5);
        time.advance(Duration.ZERO);

        assertThat(functions.batches).hasSize(2);
        assertThat(functions.batches.get(1).path("Records")).hasSize(3);
    }

    @Test
    void deliversOnlyWhatAnyFilterMatches() {
        connect(mapping().filters("{\"eventName\":[\"REMOVE\"]}",
                "{\"dynamodb\":{\"NewImage\":{\"id\":{\"S\":[{\"prefix\":\"x\"}]}}}}"));

        put("a", 1);
        put("x1", 1);
        dynamoDb.call("DeleteItem", request().set("Key", key("a")));
        settle();

        assertThat(keys()).containsExactlyInAnyOrder("x1", "a");
        assertThat(records()).hasSize(2);
    }

    @Test
    void retriesFromTheFirstRecordThatWasReported() {
        connect(mapping().reports());
        functions.behaviour = event -> now(functions.batches.size() == 1
                ? failedItems(sequence(event, 2), sequence(event, 1))
                : ok("{\"batchItemFailures\":[]}"));

        IntStream.range(0, 3).forEach(n -> put("a", n));
        settle();

        assertThat(numbers(0)).containsExactly(0, 1, 2);
        assertThat(numbers(1)).containsExactly(1, 2);
        assertThat(functions.batches).hasSize(2);
    }

    @Test
    void takesAReportOfStrangersAsAFailureOfAll() {
        connect(mapping().reports());
        functions.behaviour = event -> now(functions.batches.size() == 1
                ? failedItems("nonsense")
                : ok("null"));

        put("a", 1);
        put("a", 2);
        settle();

        assertThat(numbers(1)).containsExactly(1, 2);
    }

    @Test
    void ignoresReportsThatTheMappingDidNotAskFor() {
        connect(mapping());
        functions.behaviour = event -> now(failedItems(sequence(event, 0)));

        put("a", 1);
        settle();

        assertThat(functions.batches).hasSize(1);
    }

    @Test
    void waitsLongerAfterEachFailure() {
        connect(mapping());
        functions.behaviour = event -> now(error());

        put("a", 1);
        time.advance(Duration.ofSeconds(10));
        var early = functions.batches.size();
        time.advance(Duration.ofMinutes(10));

        assertThat(early).isBetween(5, 8);
        assertThat(functions.batches.size() - early).isBetween(9, 14);
    }

    @Test
    void holdsUpOnlyTheShardOfABatchThatFails() {
        connect(mapping());
        functions.behaviour = event -> now(keyOf(event.path("Records").get(0)).equals("poison")
                ? error()
                : ok(""));

        put("poison", 1);
        settle();
        IntStream.range(0, 40).forEach(n -> put("key" + n, n));
        settle();

        assertThat(keys().stream().filter(key -> !key.equals("poison"))).doesNotHaveDuplicates()
                .hasSizeBetween(20, 39);
    }

    @Test
    void sendsWhatItGivesUpToTheFailureQueue() {
        connect(mapping().retries(2).onFailure("failures"));
        functions.behaviour = event -> now(keyOf(event.path("Records").get(0)).equals("poison")
                ? error()
                : ok(""));

        put("poison", 1);
        put("poison", 2);
        settle();

        assertThat(functions.batches).hasSize(3);
        var record = failure();
        assertThat(record.at("/requestContext/condition").asText())
                .isEqualTo("RetryAttemptsExhausted");
        assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(record.at("/requestContext/functionArn").asText())
                .isEqualTo("arn:aws:lambda:eu-central-1:000000000000:function:consume");
        assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
        assertThat(record.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(2);
        assertThat(record.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .isEqualTo(sequence(functions.batches.get(0), 0));
        assertThat(record.at("/DDBStreamBatchInfo/endSequenceNumber").asText())
                .isEqualTo(sequence(functions.batches.get(0), 1));
        assertThat(record.at("/DDBStreamBatchInfo/streamArn").asText()).isEqualTo(streamArn());
        assertThat(record.has("requestPayload")).isFalse();
    }

    @Test
    void splitsAFailingBatchUntilOnlyThePoisonIsGivenUp() {
        connect(mapping().retries(1).bisects().onFailure("failures"));
        functions.behaviour = event -> now(event.path("Records").valueStream()
                .anyMatch(record -> number(record) == 5) ? error() : ok(""));

        IntStream.range(0, 8).forEach(n -> put("a", n));
        settle();

        assertThat(failure().at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
        var handled = functions.batches.stream().map(this::numbers)
                .filter(numbers -> !numbers.contains(5)).flatMap(List::stream).toList();
        assertThat(handled).containsExactly(0, 1, 2, 3, 4, 6, 7);
    }

    @Test
    void doesNotCountABusyFunctionAsAnAttempt() {
        connect(mapping().retries(0).onFailure("failures"));
        functions.behaviour = event -> now(functions.batches.size() < 5 ? throttled() : ok(""));

        put("a", 1);
        settle();

        assertThat(functions.batches).hasSize(5);
        assertThat(queues.ofArn(QueueFixture.arn("failures")).counts().available()).isZero();
    }

    @Test
    void givesUpRecordsThatAreTooOld() {
        connect(mapping().maximumAge(Duration.ofMinutes(1)).onFailure("failures"));
        functions.behaviour = event -> now(error());

        put("a", 1);
        settle();

        assertThat(failure().at("/requestContext/condition").asText())
                .isEqualTo("RecordAgeExceeded");
    }

    @Test
    void handlesOneBatchOfAShardAtATime() {
        connect(mapping());
        var running = new CompletableFuture<InvocationResult>();
        functions.behaviour = event -> running;

        put("a", 1);
        settle();
        put("a", 2);
        put("a", 3);
        settle();
        assertThat(functions.batches).hasSize(1);
        running.complete(ok(""));
        settle();

        assertThat(numbers(1)).containsExactly(2, 3);
    }

    @Test
    void duplicatesAndShufflesWhenToldTo() {
        connect(mapping().batchSize(1));
        sources.faults().duplicateNext(5);
        sources.faults().shuffle(Duration.ofSeconds(30));

        IntStream.range(0, 20).forEach(n -> put("a", n));
        settle();

        var numbers = numbersOf("a");
        assertThat(numbers).hasSize(25).isNotEqualTo(numbers.stream().sorted().toList());
        assertThat(numbers.stream().distinct()).hasSize(20);
        sources.faults().clear();
        put("b", 1);
        settle();
        assertThat(numbersOf("b")).containsExactly(1);
    }

    private void connect(MappingDraft draft) {
        var schema = json("""
                {"TableName": "%s",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "BillingMode": "PAY_PER_REQUEST",
                 "StreamSpecification":
                     {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
                """.formatted(table));
        var resource = new TableResource(MappingDraft.SOURCE, table, table,
                "arn:aws:dynamodb:eu-central-1:000000000000:table/" + table, (ObjectNode) schema,
                Optional.of(streamArn()), Optional.of("expiresAt"));
        dynamoDb.create(resource);
        sources.connect(resource, List.of(draft.build(table, streamArn())));
    }

    private static MappingDraft mapping() {
        return new MappingDraft();
    }

    private String streamArn() {
        return "arn:aws:dynamodb:eu-central-1:000000000000:table/" + table + "/stream/local";
    }

    private void settle() {
        time.advance(Duration.ofMinutes(5));
    }

    private void put(String id, int number) {
        dynamoDb.call("PutItem", request().set("Item", item(id, number)));
    }

    private ObjectNode request() {
        return dynamoDbJson().put("TableName", table);
    }

    private static ObjectNode dynamoDbJson() {
        return (ObjectNode) json("{}");
    }

    private static JsonNode key(String id) {
        return json("{\"id\":{\"S\":\"%s\"}}".formatted(id));
    }

    private static JsonNode item(String id, int number) {
        return json("{\"id\":{\"S\":\"%s\"},\"n\":{\"N\":\"%d\"}}".formatted(id, number));
    }

    private JsonNode failure() {
        return json(queues.ofArn(QueueFixture.arn("failures"))
                .receive(10, Duration.ZERO, Duration.ofSeconds(30)).join().getFirst().content()
                .body());
    }

    private List<JsonNode> records() {
        return functions.batches.stream().flatMap(batch -> batch.path("Records").valueStream())
                .toList();
    }

    private List<String> keys() {
        return records().stream().map(StreamMappingTest::keyOf).toList();
    }

    private static String keyOf(JsonNode record) {
        return record.at("/dynamodb/Keys/id/S").asText();
    }

    private static String sequence(JsonNode event, int index) {
        return event.path("Records").get(index).at("/dynamodb/SequenceNumber").asText();
    }

    private List<Integer> numbersOf(String key) {
        return records().stream().filter(record -> keyOf(record).equals(key))
                .map(StreamMappingTest::number).toList();
    }

    private List<Integer> numbers(int batch) {
        return numbers(functions.batches.get(batch));
    }

    private List<Integer> numbers(JsonNode batch) {
        return batch.path("Records").valueStream().map(StreamMappingTest::number).toList();
    }

    private static int number(JsonNode record) {
        return record.at("/dynamodb/NewImage/n/N").asInt();
    }

    /** A mapping of everything to the function {@code consume}, until changed. */
    private static final class MappingDraft {
        private static final SourceLine SOURCE = new SourceLine(Path.of("template.yaml"), 1);

        private int batchSize = 100;
        private Duration window = Duration.ZERO;
        private List<JsonNode> filters = List.of();
        private boolean reports;
        private boolean bisects;
        private OptionalInt retries = OptionalInt.empty();
        private Optional<Duration> maximumAge = Optional.empty();
        private Optional<String> onFailure = Optional.empty();

        MappingDraft batchSize(int size) {
            batchSize = size;
            return this;
        }

        MappingDraft window(Duration duration) {
            window = duration;
            return this;
        }

        MappingDraft filters(String... patterns) {
            filters = List.of(patterns).stream().map(FakeFunctions::json).toList();
            return this;
        }

        MappingDraft reports() {
            reports = true;
            return this;
        }

        MappingDraft bisects() {
            bisects = true;
            return this;
        }

        MappingDraft retries(int attempts) {
            retries = OptionalInt.of(attempts);
            return this;
        }

        MappingDraft maximumAge(Duration age) {
            maximumAge = Optional.of(age);
            return this;
        }

        MappingDraft onFailure(String queue) {
            onFailure = Optional.of(QueueFixture.arn(queue));
            return this;
        }

        StreamMapping build(String table, String streamArn) {
            return new StreamMapping(SOURCE, "mapping", "consume", table, streamArn, true, true,
                    batchSize, window, filters, reports, bisects, 1, retries, maximumAge,
                    onFailure);
        }
    }
}
