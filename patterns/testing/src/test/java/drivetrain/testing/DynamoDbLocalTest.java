package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbLocalTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Test
    void keepsWhatWasPut() {
        var client = DYNAMO_DB.client();
        client.createTable(table -> table.tableName("motors").billingMode(
                BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder().attributeName("sku").keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder().attributeName("sku")
                        .attributeType(ScalarAttributeType.S).build()));
        var item = Map.of("sku", AttributeValue.fromS("SRV-1"));

        client.putItem(put -> put.tableName("motors").item(item));

        assertThat(client.getItem(get -> get.tableName("motors").key(item)).item()).isEqualTo(item);
    }
}
