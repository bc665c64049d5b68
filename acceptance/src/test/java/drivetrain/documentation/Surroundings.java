package drivetrain.documentation;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What all examples share; each finds it empty. */
record Surroundings(DynamoDbClient dynamoDb) {
    /** Takes away what the example before has left. */
    Surroundings emptied() {
        dynamoDb.listTables().tableNames()
                .forEach(name -> dynamoDb.deleteTable(table -> table.tableName(name)));
        return this;
    }
}
