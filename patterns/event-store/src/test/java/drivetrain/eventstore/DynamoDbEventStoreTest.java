package drivetrain.eventstore;

import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestTable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbEventStoreTest extends EventStoreContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String log = DYNAMO_DB.table(
            TestTable.keyedBy("accountId", "version").numbers("version"));

    @BeforeAll
    static void createCompanions() {
        TestTable.keyedBy("key").createIn(DYNAMO_DB.client(), COMPANIONS);
    }

    @Override
    EventStore store() {
        return new DynamoDbEventStore(DYNAMO_DB.client(), new EventTable(log, "accountId"));
    }

    @Override
    Optional<Map<String, AttributeValue>> companionItem(String key) {
        var found = DYNAMO_DB.client().getItem(get -> get.tableName(COMPANIONS)
                .key(Map.of("key", AttributeValue.fromS(key))));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }
}
