package drivetrain.idempotency;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Claims in a table like {@link KeyTable}'s. A request costs two writes and no read; one more write
 * where an attempt before it left no answer.
 */
public final class DynamoDbIdempotentCalls implements IdempotentCalls {
    private final DynamoDbClient client;
    private final String table;
    private final CallRecord.Terms terms;
    private final IdGenerator ids;
    private final Clock clock;

    /**
     * Claims in a table.
     *
     * @param lease how long a claim without an answer blocks its key: longer than the caller lives,
     *     such as the function's timeout
     * @param keyLife how long a key stands for its request
     */
    public DynamoDbIdempotentCalls(DynamoDbClient client, String table, Duration lease,
            Duration keyLife, IdGenerator ids, Clock clock) {
        this.client = client;
        this.table = table;
        this.terms = new CallRecord.Terms(lease, keyLife);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Claim claim(IdempotencyKey key, String fingerprint) {
        var now = clock.instant();
        var first = CallRecord.first(key, fingerprint, ids.next(), terms, now);
        var found = put(Place.take(table, KeyTable.KEY, first.toItem(), now));
        return found.isEmpty() ? first.granted() : toFinder(found.get(), first);
    }

    private Claim toFinder(Item item, CallRecord ours) {
        if (item.attributes().isEmpty()) {
            // It expired and was deleted between two writes.
            return claim(ours.key(), ours.fingerprint());
        }
        var found = CallRecord.read(ours.key(), item);
        if (found.effectId().equals(ours.effectId()) && found.attempt() == 1) {
            // The SDK repeated the write because its answer was lost.
            return found.granted();
        }
        var now = clock.instant();
        return found.toFinder(ours.fingerprint(), now)
                .orElseGet(() -> takeOver(found, found.next(terms, now), ours));
    }

    private Claim takeOver(CallRecord found, CallRecord next, CallRecord ours) {
        var faster = put(Guard.attemptOf(found.granted()).put(table, next));
        return faster.isEmpty() ? next.granted() : toFinder(faster.get(), ours);
    }

    @Override
    public Item complete(Claim.Granted claim, Item answer) {
        return put(Guard.effectOf(claim).put(table, CallRecord.of(claim, answer)))
                .filter(standing -> !standing.attributes().isEmpty())
                .map(standing -> CallRecord.read(claim.key(), standing))
                .filter(standing -> standing.effectId().equals(claim.effectId()))
                .flatMap(CallRecord::answer).orElse(answer);
    }

    @Override
    public void release(Claim.Granted claim) {
        var guard = Guard.attemptOf(claim);
        var delete = DeleteItemRequest.builder().tableName(table)
                .key(Item.empty().text(KeyTable.KEY, claim.key().text()).attributes())
                .conditionExpression(guard.condition()).expressionAttributeNames(guard.names())
                .expressionAttributeValues(guard.values().attributes()).build();
        try {
            DynamoDbFaults.translating(table, () -> client.deleteItem(delete));
        } catch (ConditionalCheckFailedException notOursAnyMore) {
            // Somebody else has taken the key over, or has its answer.
        }
    }

    /** What stands in the way of a write, empty if it's gone; nothing if the write was made. */
    private Optional<Item> put(Put put) {
        var request = PutItemRequest.builder().tableName(table).item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.expressionAttributeNames())
                .expressionAttributeValues(put.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        try {
            DynamoDbFaults.translating(table, () -> client.putItem(request));
            return Optional.empty();
        } catch (ConditionalCheckFailedException refused) {
            return Optional.of(new Item(refused.item()));
        }
    }

    /** A condition on the record that stands under a key. */
    private record Guard(String condition, Map<String, String> names, Item values) {
        /** It is of this effect, and without an answer yet. */
        static Guard effectOf(Claim.Granted claim) {
            return new Guard("#effect = :effect AND attribute_not_exists(#answer)",
                    Map.of("#effect", "effectId", "#answer", "answer"),
                    Item.empty().text(":effect", claim.effectId()));
        }

        /** Nor has another attempt begun. */
        static Guard attemptOf(Claim.Granted claim) {
            var effect = effectOf(claim);
            return new Guard(effect.condition + " AND #attempt = :attempt",
                    Map.of("#effect", "effectId", "#answer", "answer", "#attempt", "attempt"),
                    effect.values.number(":attempt", claim.attempt()));
        }

        Put put(String table, CallRecord record) {
            return Put.builder().tableName(table).item(record.toItem().attributes())
                    .conditionExpression(condition).expressionAttributeNames(names)
                    .expressionAttributeValues(values.attributes()).build();
        }
    }
}
