package drivetrain.eventstore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the tables of these tests. */
final class Tables {
    private Tables() {}

    static void log(DynamoDbClient client, String name, String key) {
        client.createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(element(key, KeyType.HASH), element("version", KeyType.RANGE))
                .attributeDefinitions(attribute(key, ScalarAttributeType.S),
                        attribute("version", ScalarAttributeType.N)));
    }

    static void keyed(DynamoDbClient client, String name, String key) {
        client.createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(element(key, KeyType.HASH))
                .attributeDefinitions(attribute(key, ScalarAttributeType.S)));
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }
}
