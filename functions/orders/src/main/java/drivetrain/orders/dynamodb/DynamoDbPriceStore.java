package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.CopyTable;
import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.orders.application.PriceStore;
import drivetrain.orders.domain.PricedProduct;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The price copy in a table with partition key {@code sku}. Reads are eventually consistent: the
 * copy lags behind the catalog in any case.
 */
public final class DynamoDbPriceStore implements PriceStore {
    private static final int ROUNDS = 3;

    private final DynamoDbClient client;
    private final String table;
    private final CopyTable copies;

    public DynamoDbPriceStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.copies = new CopyTable(client, table);
    }

    @Override
    public Map<Sku, PricedProduct> find(Set<Sku> skus) {
        var products = new HashMap<Sku, PricedProduct>();
        var missing = Map.of(table, KeysAndAttributes.builder()
                .keys(skus.stream().map(DynamoDbPriceStore::key).toList()).build());
        for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
            var request = missing;
            var answer = DynamoDbFaults.translating(table,
                    () -> client.batchGetItem(batch -> batch.requestItems(request)));
            answer.responses().get(table).stream().map(item -> product(new Item(item)))
                    .forEach(product -> products.put(product.sku(), product));
            missing = answer.unprocessedKeys();
        }
        if (!missing.isEmpty()) {
            throw new StorageUnavailable(table + ": keys left over after " + ROUNDS + " rounds");
        }
        return products;
    }

    @Override
    public void save(PricedProduct product) {
        copies.keepIfNewer(item(product));
    }

    @Override
    public Optional<Drift> repair(PricedProduct product) {
        return copies.repair(item(product));
    }

    private static Item item(PricedProduct product) {
        return Item.empty().text("sku", product.sku().value()).text("name", product.name())
                .number("massGrams", product.massGrams())
                .map("price", MoneyItem.of(product.price())).flag("active", product.active())
                .number("version", product.version());
    }

    private static Map<String, AttributeValue> key(Sku sku) {
        return Item.empty().text("sku", sku.value()).attributes();
    }

    private static PricedProduct product(Item item) {
        return new PricedProduct(new Sku(item.text("sku")), item.text("name"),
                item.number("massGrams"), MoneyItem.toMoney(item.map("price")),
                item.flag("active"), item.number("version"));
    }
}
