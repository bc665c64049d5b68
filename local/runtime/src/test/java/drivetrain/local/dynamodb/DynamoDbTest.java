package drivetrain.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.TableResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoDbTest {
    private static final JsonMapper JSON = new JsonMapper();

    private DynamoDb dynamoDb;

    @BeforeEach
    void createTables() {
        dynamoDb = DynamoDb.start("eu-west-1", "123456789012");
        dynamoDb.create(table("Counters"));
        dynamoDb.create(table("Entries"));
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void createsTablesWithIndexesStreamsAndTimeToLive() {
        var table = dynamoDb.call("DescribeTable", json("{'TableName':'Entries'}")).path("Table");
        var ttl = dynamoDb.call("DescribeTimeToLive", json("{'TableName':'Entries'}"));

        assertThat(table.path("TableStatus").asText()).isEqualTo("ACTIVE");
        assertThat(table.at("/GlobalSecondaryIndexes/0/IndexStatus").asText())
                .isEqualTo("ACTIVE");
        assertThat(table.path("LatestStreamArn").asText())
                .startsWith("arn:aws:dynamodb:eu-west-1:123456789012:table/Entries/stream/");
        assertThat(ttl.at("/TimeToLiveDescription/AttributeName").asText()).isEqualTo("expiresAt");
    }

    @Test
    void findsItemsByAnIndex() {
        dynamoDb.call("PutItem", json("{'TableName':'Entries','Item':{'id':{'S':'a'},"
                + "'owner':{'S':'ann'}}}"));

        var found = dynamoDb.call("Query", json("{'TableName':'Entries','IndexName':'byOwner',"
                + "'KeyConditionExpression':'#o = :o','ExpressionAttributeNames':{'#o':'owner'},"
                + "'ExpressionAttributeValues':{':o':{'S':'ann'}}}"));

        assertThat(found.at("/Items/0/id/S").asText()).isEqualTo("a");
        assertThat(found.has("ConsumedCapacity")).isFalse();
    }

    @Test
    void refusesRequestsThatAreNotJson() {
        assertThatThrownBy(() -> dynamoDb.call("GetItem", "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(AwsFailure.class, refused -> assertThat(refused.code())
                        .isEqualTo("SerializationException"));
    }

    @Test
    void deletesTables() {
        dynamoDb.call("DeleteTable", json("{'TableName':'Entries'}"));

        assertThat(dynamoDb.call("ListTables", json("{}")).path("TableNames"))
                .isEqualTo(json("['Counters']"));
    }

    /** Each transaction adds an entry and counts it; optimistic races are lost, never torn. */
    @Test
    void keepsConcurrentTransactionsWhole() throws Exception {
        dynamoDb.call("PutItem",
                json("{'TableName':'Counters','Item':{'id':{'S':'c'},'n':{'N':'0'}}}"));
        var writers = new ArrayList<Callable<Void>>();
        IntStream.range(0, 60).forEach(number -> writers.add(() -> {
            while (!counted(number)) {
                Thread.onSpinWait();
            }
            return null;
        }));

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var written : threads.invokeAll(writers)) {
                written.get();
            }
        }

        var counter = get("Counters", "c");
        assertThat(counter.at("/Item/n/N").asInt()).isEqualTo(60);
        assertThat(dynamoDb.call("Scan", json("{'TableName':'Entries','Select':'COUNT'}"))
                .path("Count").asInt()).isEqualTo(60);
        assertThat(records("Entries")).hasSize(60);
    }

    private boolean counted(int number) {
        var count = get("Counters", "c").at("/Item/n/N").asInt();
        try {
            dynamoDb.call("TransactWriteItems", json(("{'TransactItems':["
                    + "{'Update':{'TableName':'Counters','Key':{'id':{'S':'c'}},"
                    + "'UpdateExpression':'SET n = :next','ConditionExpression':'n = :count',"
                    + "'ExpressionAttributeValues':{':next':{'N':'%d'},':count':{'N':'%d'}}}},"
                    + "{'Put':{'TableName':'Entries','Item':{'id':{'S':'e%d'}},"
                    + "'ConditionExpression':'attribute_not_exists(id)'}}]}")
                    .formatted(count + 1, count, number)));
            return true;
        } catch (AwsFailure cancelled) {
            assertThat(cancelled.code()).isEqualTo("TransactionCanceledException");
            return false;
        }
    }

    @Test
    void ringsAfterWritesOnceTheStreamHasThem() {
        var heard = new ArrayList<List<ObjectNode>>();
        var reader = dynamoDb.stream("Entries");
        dynamoDb.onWrite("Entries", () -> heard.add(reader.next()));

        dynamoDb.call("PutItem", json("{'TableName':'Entries','Item':{'id':{'S':'a'}}}"));
        dynamoDb.call("PutItem", json("{'TableName':'Counters','Item':{'id':{'S':'a'}}}"));
        get("Entries", "a");

        assertThat(heard).singleElement().satisfies(records -> assertThat(records).hasSize(1));
    }

    @Test
    void refusesCallsWhenItIsClosedAndLeavesNoThread() throws Exception {
        dynamoDb.close();

        assertThatThrownBy(() -> get("Entries", "a")).isInstanceOf(IllegalStateException.class);
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("SQLiteQueue") || thread.getName().equals("dynamodb")) {
                assertThat(thread.join(Duration.ofSeconds(5))).as(thread.getName()).isTrue();
            }
        }
    }

    private List<ObjectNode> records(String table) {
        return dynamoDb.stream(table).next();
    }

    private JsonNode get(String table, String id) {
        return dynamoDb.call("GetItem", json("{'TableName':'%s','Key':{'id':{'S':'%s'}}}"
                .formatted(table, id)));
    }

    private static TableResource table(String name) {
        var create = json(("{'TableName':'%s','BillingMode':'PAY_PER_REQUEST',"
                + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'},"
                + "{'AttributeName':'owner','AttributeType':'S'}],"
                + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}],"
                + "'GlobalSecondaryIndexes':[{'IndexName':'byOwner',"
                + "'KeySchema':[{'AttributeName':'owner','KeyType':'HASH'}],"
                + "'Projection':{'ProjectionType':'ALL'}}],"
                + "'StreamSpecification':{'StreamEnabled':true,"
                + "'StreamViewType':'NEW_AND_OLD_IMAGES'}}").formatted(name));
        return new TableResource(new SourceLine(Path.of("template.yaml"), 1), name, name,
                "arn:aws:dynamodb:eu-west-1:123456789012:table/" + name, (ObjectNode) create,
                Optional.of("arn"), Optional.of("expiresAt"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
