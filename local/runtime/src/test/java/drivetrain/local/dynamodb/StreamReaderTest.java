package drivetrain.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
    private final DynamoDb dynamoDb = DynamoDb.start("eu-central-1", "000000000000");

    @AfterEach
    void stop() {
        dynamoDb.close();
    }

    @Test
    void readsOnlyWhatWasWrittenSinceTheLastTime() throws Exception {
        create("Products");
        var products = dynamoDb.stream("Products");

        assertThat(products.next()).isEmpty();
        put("Products", "1");
        put("Products", "2");

        assertThat(products.next()).hasSize(2);
        assertThat(products.next()).isEmpty();
    }

    @Test
    void aStreamThatWasEmptyIsReadAlthoughOtherTablesWereWrittenMeanwhile() throws Exception {
        create("Products");
        create("Stock");
        var products = dynamoDb.stream("Products");
        var stock = dynamoDb.stream("Stock");
        assertThat(products.next()).isEmpty();
        assertThat(stock.next()).isEmpty();

        put("Stock", "1");
        put("Products", "1");
        put("Stock", "2");

        assertThat(products.next()).hasSize(1);
        assertThat(stock.next()).hasSize(2);
        assertThat(products.next()).isEmpty();
    }

    private void create(String table) throws JsonProcessingException {
        dynamoDb.call("CreateTable", new ObjectMapper().readTree("""
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "StreamSpecification":
                    {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}""".formatted(table)));
    }

    private void put(String table, String id) throws JsonProcessingException {
        dynamoDb.call("PutItem", new ObjectMapper().readTree("""
                {"TableName": "%s", "Item": {"id": {"S": "%s"}}}""".formatted(table, id)));
    }
}
