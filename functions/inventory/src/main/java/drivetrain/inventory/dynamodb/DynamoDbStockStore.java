package drivetrain.inventory.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.inventory.application.StockStore;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Stock in a table by SKU, read with strong consistency. */
public final class DynamoDbStockStore implements StockStore {
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbStockStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<StockLevel> find(Sku sku) {
        Map<String, AttributeValue> found = translating(table,
                () -> client.getItem(get -> get.tableName(table).consistentRead(true)
                        .key(StockItems.key(sku).attributes())).item());
        return found.isEmpty() ? Optional.empty() : Optional.of(StockItems.level(new Item(found)));
    }

    @Override
    public Map<Sku, StockLevel> findAll(Collection<Sku> skus) {
        List<Map<String, AttributeValue>> keys = skus.stream()
                .map(sku -> StockItems.key(sku).attributes()).toList();
        KeysAndAttributes asked = KeysAndAttributes.builder().keys(keys).consistentRead(true)
                .build();
        BatchGetItemResponse answer = translating(table,
                () -> client.batchGetItem(get -> get.requestItems(Map.of(table, asked))));
        if (!answer.unprocessedKeys().isEmpty()) {
            throw new StorageUnavailable(table + ": a batch was answered in part");
        }
        return answer.responses().get(table).stream().map(item -> StockItems.level(new Item(item)))
                .collect(Collectors.toMap(StockLevel::sku, Function.identity()));
    }
}
