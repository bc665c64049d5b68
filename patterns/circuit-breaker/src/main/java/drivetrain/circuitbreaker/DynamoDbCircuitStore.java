package drivetrain.circuitbreaker;

import static drivetrain.circuitbreaker.CircuitItems.millis;
import static drivetrain.circuitbreaker.CircuitItems.number;

import drivetrain.dynamodb.DynamoDbFaults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Circuits in a DynamoDB table with the partition key {@code circuit}.
 *
 * <p>{@link #load} reads eventually consistently: half the price, and whoever acts on an old state
 * loses by the condition of its write.
 */
public final class DynamoDbCircuitStore implements CircuitStore {
    private static final int CALLER_LENGTH = 8;

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbCircuitStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Circuit> load(String name) {
        var found = call(() -> client.getItem(get -> get.tableName(table).key(key(name))));
        return found.hasItem() ? Optional.of(CircuitItems.read(found.item())) : Optional.empty();
    }

    @Override
    public boolean replace(long expectedEpoch, Circuit next) {
        var values = new TreeMap<String, AttributeValue>();
        values.put(":expected", number(expectedEpoch));
        values.put(":next", number(next.epoch()));
        var update = UpdateItemRequest.builder().updateExpression(expression(next.state(), values))
                .conditionExpression(epochIs(expectedEpoch));
        return write(next.name(), update, values).isPresent();
    }

    @Override
    public Optional<Circuit> countFailure(String name, long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var shortened = caller.substring(Math.max(0, caller.length() - CALLER_LENGTH));
        return failureInWindow(name, epoch, shortened, settings, now)
                .or(() -> failureInNewWindow(name, epoch, shortened, settings, now))
                .or(() -> failureInWindow(name, epoch, shortened, settings, now));
    }

    @Override
    public void countSuccesses(String name, long epoch, Instant windowStart, int successes) {
        var values = new TreeMap<String, AttributeValue>();
        values.put(":expected", number(epoch));
        values.put(":window", millis(windowStart));
        values.put(":successes", number(successes));
        values.put(":closed", AttributeValue.fromS(CircuitItems.CLOSED));
        write(name, UpdateItemRequest.builder().updateExpression("ADD successes :successes")
                .conditionExpression("epoch = :expected AND #state = :closed"
                        + " AND windowStart = :window"),
                values);
    }

    @Override
    public void override(String name, Optional<CircuitOverride> override) {
        var values = new TreeMap<String, AttributeValue>();
        override.ifPresent(decided -> {
            values.put(":kind", AttributeValue.fromS(decided.kind().name()));
            values.put(":until", millis(decided.until()));
            values.put(":reason", AttributeValue.fromS(decided.reason()));
        });
        var expression = override.isPresent()
                ? "SET #override = :kind, overrideUntil = :until, overrideReason = :reason"
                : "REMOVE #override, overrideUntil, overrideReason";
        call(() -> client.updateItem(update -> update.tableName(table).key(key(name))
                .updateExpression(expression)
                .expressionAttributeNames(Map.of("#override", CircuitItems.OVERRIDE))
                .expressionAttributeValues(values.isEmpty() ? null : values)));
    }

    @Override
    public List<Circuit> list() {
        return call(() -> client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(CircuitItems::read).toList());
    }

    private Optional<Circuit> failureInWindow(String name, long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var values = failure(epoch, caller, settings, now);
        return write(name, UpdateItemRequest.builder()
                .updateExpression("ADD failures :one, callers :caller")
                .conditionExpression("epoch = :expected AND #state = :closed"
                        + " AND windowStart > :oldest"),
                values);
    }

    private Optional<Circuit> failureInNewWindow(String name, long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var values = failure(epoch, caller, settings, now);
        values.put(":now", millis(now));
        values.put(":zero", number(0));
        return write(name, UpdateItemRequest.builder().updateExpression(
                "SET epoch = :expected, #state = :closed, windowStart = :now, failures = :one,"
                        + " successes = :zero, callers = :caller")
                .conditionExpression(epochIs(epoch)
                        + " AND (attribute_not_exists(#state) OR #state = :closed)"
                        + " AND (attribute_not_exists(windowStart) OR windowStart <= :oldest)"),
                values);
    }

    private static Map<String, AttributeValue> failure(long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var values = new TreeMap<String, AttributeValue>();
        values.put(":expected", number(epoch));
        values.put(":closed", AttributeValue.fromS(CircuitItems.CLOSED));
        values.put(":oldest", millis(now.minus(settings.window())));
        values.put(":one", number(1));
        values.put(":caller", AttributeValue.fromSs(List.of(caller)));
        return values;
    }

    private static String expression(CircuitState state, Map<String, AttributeValue> values) {
        return switch (state) {
            case CircuitState.Closed _ -> {
                values.put(":state", AttributeValue.fromS(CircuitItems.CLOSED));
                yield "SET #state = :state, epoch = :next REMOVE windowStart, failures, successes,"
                        + " callers, openUntil, openings, goodProbes, leaseHolder, leaseUntil";
            }
            case CircuitState.Open(var until, var openings) -> {
                values.put(":state", AttributeValue.fromS(CircuitItems.OPEN));
                values.put(":until", millis(until));
                values.put(":openings", number(openings));
                yield "SET #state = :state, epoch = :next, openUntil = :until, openings = :openings"
                        + " REMOVE windowStart, failures, successes, callers, goodProbes,"
                        + " leaseHolder, leaseUntil";
            }
            case CircuitState.HalfOpen(var openings, var goodProbes, var lease) -> {
                values.put(":state", AttributeValue.fromS(CircuitItems.HALF_OPEN));
                values.put(":openings", number(openings));
                values.put(":good", number(goodProbes));
                lease.ifPresent(held -> {
                    values.put(":holder", AttributeValue.fromS(held.holder()));
                    values.put(":leaseUntil", millis(held.until()));
                });
                yield "SET #state = :state, epoch = :next, openings = :openings, goodProbes = :good"
                        + (lease.isPresent()
                                ? ", leaseHolder = :holder, leaseUntil = :leaseUntil"
                                : " REMOVE leaseHolder, leaseUntil");
            }
        };
    }

    private static String epochIs(long expected) {
        return expected == 0
                ? "(attribute_not_exists(epoch) OR epoch = :expected)"
                : "epoch = :expected";
    }

    private Optional<Circuit> write(String name, UpdateItemRequest.Builder update,
            Map<String, AttributeValue> values) {
        try {
            UpdateItemResponse written = call(() -> client.updateItem(update.tableName(table)
                    .key(key(name)).expressionAttributeNames(Map.of("#state", CircuitItems.STATE))
                    .expressionAttributeValues(values).returnValues(ReturnValue.ALL_NEW).build()));
            return Optional.of(CircuitItems.read(written.attributes()));
        } catch (ConditionalCheckFailedException epochHasPassed) {
            return Optional.empty();
        }
    }

    private <T> T call(Supplier<T> call) {
        return DynamoDbFaults.translating(table, call);
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of(CircuitItems.NAME, AttributeValue.fromS(name));
    }
}
