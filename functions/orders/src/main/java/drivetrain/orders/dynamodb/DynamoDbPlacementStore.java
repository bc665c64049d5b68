package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.Companion;
import drivetrain.eventstore.Companion.Expiry;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.PlacementStore;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.events.OrderEventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Begins logs in an event store, with the record of the key in the same transaction. */
public final class DynamoDbPlacementStore implements PlacementStore {
    private static final String KEY = "key";
    private static final String EXPIRES_AT = "expiresAt";

    private final EventStore events;
    private final DynamoDbClient client;
    private final String keysTable;
    private final OrderEventCodec codec = new OrderEventCodec();

    /** A log, and a table whose partition key is {@code key} and whose TTL {@code expiresAt}. */
    public DynamoDbPlacementStore(EventStore events, DynamoDbClient client, String keysTable) {
        this.events = events;
        this.client = client;
        this.keysTable = keysTable;
    }

    @Override
    public Optional<Placement> place(OrderPlaced event, Placement placement, Instant occurredAt,
            CorrelationId correlationId) {
        var first = new NewEvent(codec.type(event), codec.schemaVersion(event), occurredAt,
                correlationId.value(), codec.encode(event));
        var record = new Companion(keysTable, KEY, item(placement).attributes(),
                Optional.of(new Expiry(EXPIRES_AT, occurredAt)));
        return switch (events.append(event.orderId().value(), 0, List.of(first),
                List.of(record))) {
            case Appended _ -> Optional.empty();
            case Conflict conflict -> Optional.of(known(placement, conflict));
        };
    }

    /**
     * The record that stands in the way. There is one even when the order's first version is taken:
     * whoever wrote that wrote the record with it.
     */
    private static Placement known(Placement placement, Conflict conflict) {
        if (conflict.refusals().isEmpty()) {
            throw new IllegalStateException(
                    "order id " + placement.orderId() + " is taken by another key");
        }
        return placement(placement.key(), new Item(conflict.refusals().getFirst().existing()));
    }

    @Override
    public Optional<Placement> find(PlacementKey key, Instant now) {
        var found = DynamoDbFaults.translating(keysTable,
                () -> client.getItem(get -> get.tableName(keysTable).consistentRead(true)
                        .key(Item.empty().text(KEY, text(key)).attributes())));
        return Optional.of(found).filter(answer -> answer.hasItem())
                .map(answer -> placement(key, new Item(answer.item())))
                .filter(placement -> placement.expiresAt().isAfter(now));
    }

    private static Item item(Placement placement) {
        return Item.empty().text(KEY, text(placement.key()))
                .text("fingerprint", placement.fingerprint())
                .text("orderId", placement.orderId().value())
                .map("total", MoneyItem.of(placement.total()))
                .number(EXPIRES_AT, placement.expiresAt().getEpochSecond());
    }

    private static Placement placement(PlacementKey key, Item item) {
        return new Placement(key, item.text("fingerprint"), new OrderId(item.text("orderId")),
                MoneyItem.toMoney(item.map("total")),
                Instant.ofEpochSecond(item.number(EXPIRES_AT)));
    }

    /** Unambiguous: a customer's id has no {@code #}. */
    private static String text(PlacementKey key) {
        return key.customerId() + "#" + key.value();
    }
}
