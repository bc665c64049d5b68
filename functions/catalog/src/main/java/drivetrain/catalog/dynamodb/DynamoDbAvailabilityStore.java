package drivetrain.catalog.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.catalog.application.AvailabilityStore;
import drivetrain.catalog.domain.Availability;
import drivetrain.dynamodb.CopyTable;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.Drift;
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

/**
 * The copy of availability in a table by SKU: {@code available}, {@code version}, {@code asOf}. It
 * is read with eventual consistency, at half the price, since it lags behind inventory anyway.
 */
public final class DynamoDbAvailabilityStore implements AvailabilityStore {
    private final DynamoDbClient client;
    private final String table;
    private final CopyTable copies;

    public DynamoDbAvailabilityStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.copies = new CopyTable(client, table);
    }

    @Override
    public Optional<Availability> find(Sku sku) {
        Map<String, AttributeValue> found = translating(table, () -> client.getItem(
                get -> get.tableName(table).key(ProductItems.key(sku).attributes())).item());
        return found.isEmpty() ? Optional.empty() : Optional.of(availability(new Item(found)));
    }

    @Override
    public Map<Sku, Availability> findAll(Collection<Sku> skus) {
        List<Map<String, AttributeValue>> keys = skus.stream()
                .map(sku -> ProductItems.key(sku).attributes()).toList();
        KeysAndAttributes asked = KeysAndAttributes.builder().keys(keys).build();
        BatchGetItemResponse answer = translating(table,
                () -> client.batchGetItem(get -> get.requestItems(Map.of(table, asked))));
        if (!answer.unprocessedKeys().isEmpty()) {
            throw new StorageUnavailable(table + ": a batch was answered in part");
        }
        return answer.responses().get(table).stream().map(item -> availability(new Item(item)))
                .collect(Collectors.toMap(Availability::sku, Function.identity()));
    }

    @Override
    public boolean keepIfNewer(Availability availability) {
        return copies.keepIfNewer(item(availability));
    }

    @Override
    public Optional<Drift> repair(Availability availability) {
        return copies.repair(item(availability));
    }

    private static Item item(Availability availability) {
        return ProductItems.key(availability.sku()).number("available", availability.available())
                .number("version", availability.version()).instant("asOf", availability.asOf());
    }

    private static Availability availability(Item item) {
        return new Availability(new Sku(item.text("sku")), item.number("available"),
                item.number("version"), item.instant("asOf"));
    }
}
