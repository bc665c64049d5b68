package drivetrain.orders.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.AppendOutcome.Conflict;
import drivetrain.eventstore.Companion;
import drivetrain.eventstore.Companion.Expiry;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.idempotency.IdempotencyKey;
import drivetrain.idempotency.KeyRecord;
import drivetrain.idempotency.KeyTable;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.PlacementStore;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.events.OrderEventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins logs in an event store, with the record of the key in the same transaction. */
public final class DynamoDbPlacementStore implements PlacementStore {
    private final EventStore events;
    private final KeyTable keys;
    private final OrderEventCodec codec = new OrderEventCodec();

    /** A log, and the table of the keys. */
    public DynamoDbPlacementStore(EventStore events, KeyTable keys) {
        this.events = events;
        this.keys = keys;
    }

    @Override
    public Optional<Placement> place(OrderPlaced event, Placement placement, Instant occurredAt,
            CorrelationId correlationId) {
        var first = new NewEvent(codec.type(event), codec.schemaVersion(event), occurredAt,
                correlationId.value(), codec.encode(event));
        var record = new Companion(keys.name(), KeyTable.KEY,
                KeyTable.item(record(placement)).attributes(),
                Optional.of(new Expiry(KeyTable.EXPIRES_AT, occurredAt)));
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
        var existing = new Item(conflict.refusals().getFirst().existing());
        return placement(placement.key(), KeyTable.read(key(placement.key()), existing));
    }

    @Override
    public Optional<Placement> find(PlacementKey key, Instant now) {
        return keys.find(key(key), now).map(record -> placement(key, record));
    }

    private static IdempotencyKey key(PlacementKey key) {
        return new IdempotencyKey(key.customerId().value(), key.value());
    }

    private static KeyRecord record(Placement placement) {
        var answer = Item.empty().text("orderId", placement.orderId().value()).map("total",
                MoneyItem.of(placement.total()));
        return new KeyRecord(key(placement.key()), placement.fingerprint(), answer,
                placement.expiresAt());
    }

    private static Placement placement(PlacementKey key, KeyRecord record) {
        return new Placement(key, record.fingerprint(),
                new OrderId(record.answer().text("orderId")),
                MoneyItem.toMoney(record.answer().map("total")), record.expiresAt());
    }
}
