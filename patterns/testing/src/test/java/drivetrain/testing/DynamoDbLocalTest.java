package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class DynamoDbLocalTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Test
    void keepsWhatWasPut() {
        var table = DYNAMO_DB.table("sku");
        var item = Map.of("sku", AttributeValue.fromS("SRV-1"));

        put(table, item);

        assertThat(DYNAMO_DB.client().getItem(get -> get.tableName(table).key(item)).item())
                .isEqualTo(item);
    }

    @Test
    void makesATableOfTheFormThatIsAskedFor() {
        var table = DYNAMO_DB.table(TestTable.keyedBy("orderId", "version").numbers("version")
                .index("byCustomer", ProjectionType.KEYS_ONLY, "customerId"));
        var key = Map.of("orderId", AttributeValue.fromS("o-1"), "version",
                AttributeValue.fromN("2"));

        put(table, Map.of("orderId", key.get("orderId"), "version", key.get("version"),
                "customerId", AttributeValue.fromS("ada"), "note", AttributeValue.fromS("x")));

        assertThat(DYNAMO_DB.client()
                .scan(scan -> scan.tableName(table).indexName("byCustomer")).items())
                .singleElement().isEqualTo(Map.of("orderId", key.get("orderId"), "version",
                        key.get("version"), "customerId", AttributeValue.fromS("ada")));
    }

    private static void put(String table, Map<String, AttributeValue> item) {
        DYNAMO_DB.client().putItem(put -> put.tableName(table).item(item));
    }
}
