package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.meter.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEndpointTest {
    private static LocalAws aws;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        aws = new LocalAws(Map.of(), List.of());
        client = aws.client(DynamoDbClient.builder())
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
        client.createTable(request -> request.tableName("Items")
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType("HASH").build())
                .attributeDefinitions(AttributeDefinition.builder().attributeName("id")
                        .attributeType("S").build())
                .billingMode("PAY_PER_REQUEST"));
    }

    @AfterAll
    static void stop() {
        client.close();
        aws.close();
    }

    @BeforeEach
    void forgetUsage() {
        aws.endpoint.meter().reset();
    }

    @Test
    void answersItemsThroughTheSdk() {
        client.putItem(request -> request.tableName("Items")
                .item(Map.of("id", text("a"), "größe", AttributeValue.fromN("12"))));

        var found = client.getItem(request -> request.tableName("Items").key(key("a")));

        assertThat(found.item().get("größe").n()).isEqualTo("12");
        assertThat(found.consumedCapacity()).isNull();
    }

    @Test
    void answersCapacityToWhoAsksForIt() {
        var put = client.putItem(request -> request.tableName("Items").item(key("b"))
                .returnConsumedCapacity("TOTAL"));

        assertThat(put.consumedCapacity().capacityUnits()).isEqualTo(1.0);
    }

    @Test
    void answersTheErrorsThatTheSdkKnows() {
        client.putItem(request -> request.tableName("Items").item(key("c")));

        var refused = catchThrowableOfType(ConditionalCheckFailedException.class,
                () -> client.putItem(request -> request.tableName("Items").item(key("c"))
                        .conditionExpression("attribute_not_exists(id)")
                        .returnValuesOnConditionCheckFailure("ALL_OLD")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.item()).isEqualTo(key("c"));
        assertThat(refused.requestId()).isNotBlank();
        assertThatThrownBy(() -> client.getItem(r -> r.tableName("Missing").key(key("a"))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void answersTheReasonsOfACancelledTransaction() {
        client.putItem(request -> request.tableName("Items").item(key("taken")));

        var cancelled = catchThrowableOfType(TransactionCanceledException.class,
                () -> client.transactWriteItems(request -> request
                        .transactItems(insert("free"), insert("taken"))));

        assertThat(cancelled.cancellationReasons()).extracting(reason -> reason.code())
                .containsExactly("None", "ConditionalCheckFailed");
        assertThat(client.getItem(r -> r.tableName("Items").key(key("free"))).hasItem()).isFalse();
    }

    @Test
    void namesTablesByTheApplicationsRegion() {
        var table = client.describeTable(request -> request.tableName("Items")).table();

        assertThat(table.tableArn())
                .isEqualTo("arn:aws:dynamodb:eu-central-1:000000000000:table/Items");
    }

    @Test
    void namesWhatItHasWhenAskedForWhatItHasNot() {
        assertThatThrownBy(() -> client.listBackups()).isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("ListBackups").hasMessageContaining("TransactWriteItems");
    }

    @Test
    void metersCallsAndCapacityByCallerAndTable() {
        client.putItem(request -> request.tableName("Items").item(key("m")));
        client.transactWriteItems(request -> request.transactItems(insert("m1"), insert("m2")));
        assertThatThrownBy(() -> client.getItem(r -> r.tableName("Missing").key(key("a"))))
                .isInstanceOf(ResourceNotFoundException.class);

        client.transactGetItems(request -> request.transactItems(read("m1")));

        var usage = aws.endpoint.meter().usage();

        assertThat(usage).extracting(Usage::operation, Usage::resource, Usage::calls,
                Usage::failures)
                .containsExactly(tuple("GetItem", "", 1L, 1L),
                        tuple("PutItem", "Items", 1L, 0L),
                        tuple("TransactGetItems", "Items", 1L, 0L),
                        tuple("TransactWriteItems", "Items", 1L, 0L));
        assertThat(usage).extracting(Usage::caller).containsOnly("test-key");
        assertThat(usage.get(1).units()).isCloseTo(1.0, within(0.001));
        assertThat(usage.get(2).units()).isCloseTo(2.0, within(0.001));
        assertThat(usage.get(3).units()).isCloseTo(4.0, within(0.001));
    }

    @Test
    void metersEachWriteOfATransactionTwice() {
        client.transactWriteItems(request -> request.transactItems(insert("t1")));
        client.transactWriteItems(
                request -> request.transactItems(insert("t2"), insert("t3"), insert("t4")));
        client.transactWriteItems(request -> request.transactItems(insert("t5"),
                TransactWriteItem.builder().update(change -> change.tableName("Items")
                        .key(key("t1")).updateExpression("SET big = :big")
                        .expressionAttributeValues(Map.of(":big", text("x".repeat(3_000)))))
                        .build()));

        assertThat(aws.endpoint.meter().usage()).singleElement()
                .satisfies(usage -> assertThat(usage.units()).isEqualTo(2 + 6 + 2 + 6));
    }

    @Test
    void injectsFaultsIntoTheCallsThatMatch() {
        var retrying = aws.client(DynamoDbClient.builder()).overrideConfiguration(
                configuration -> configuration.retryStrategy(RetryMode.STANDARD)).build();

        try (var throttled = aws.endpoint.faults().injectNext(2,
                call -> call.operation().equals("GetItem"), CallFaults.throttle())) {
            assertThat(throttled).isNotNull();
            retrying.getItem(request -> request.tableName("Items").key(key("a")));
        }

        assertThat(aws.endpoint.meter().usage()).extracting(Usage::failures).contains(2L);
    }

    @Test
    void delaysCallsUntilTheInjectionIsClosed() {
        var start = System.nanoTime();

        try (var slow = aws.endpoint.faults().inject(call -> true,
                CallFaults.delay(Duration.ofMillis(200)))) {
            assertThat(slow).isNotNull();
            client.getItem(request -> request.tableName("Items").key(key("a")));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(
                Duration.ofMillis(200));
    }

    @Test
    void answersCallsInProcess() throws Exception {
        var json = new ObjectMapper();
        aws.endpoint.as("states").call("dynamodb", "PutItem",
                json.readTree("{\"TableName\":\"Items\",\"Item\":{\"id\":{\"S\":\"p\"}}}")).join();

        var found = aws.endpoint.as("states").call("dynamodb", "GetItem",
                json.readTree("{\"TableName\":\"Items\",\"Key\":{\"id\":{\"S\":\"p\"}}}")).join();
        var missing = aws.endpoint.as("states").call("dynamodb", "GetItem",
                json.readTree("{\"TableName\":\"Missing\",\"Key\":{\"id\":{\"S\":\"p\"}}}"));

        assertThat(found).isEqualTo(json.readTree("{\"Item\":{\"id\":{\"S\":\"p\"}}}"));
        assertThat(catchThrowableOfType(CompletionException.class, missing::join).getCause())
                .isInstanceOfSatisfying(AwsFailure.class, failure -> assertThat(failure.code())
                        .isEqualTo("ResourceNotFoundException"));
    }

    private static TransactWriteItem insert(String id) {
        return TransactWriteItem.builder().put(Put.builder().tableName("Items").item(key(id))
                .conditionExpression("attribute_not_exists(id)").build()).build();
    }

    private static TransactGetItem read(String id) {
        return TransactGetItem.builder().get(get -> get.tableName("Items").key(key(id))).build();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
