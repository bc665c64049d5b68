package drivetrain.eventstore;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class InMemoryEventStoreTest extends EventStoreContract {
    private final InMemoryEventStore store = new InMemoryEventStore();

    @Override
    EventStore store() {
        return store;
    }

    @Override
    Optional<Map<String, AttributeValue>> companionItem(String key) {
        return store.companion(COMPANIONS, AttributeValue.fromS(key));
    }
}
