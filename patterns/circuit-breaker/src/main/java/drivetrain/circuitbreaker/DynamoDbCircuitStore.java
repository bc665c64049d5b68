package drivetrain.circuitbreaker;

import drivetrain.dynamodb.DynamoDbFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Circuits in a DynamoDB table with the partition key {@code circuit}.
 *
 * <p>{@link #load} reads eventually consistently: half the price, and whoever acts on an old state
 * loses by the condition of its write. A call gives up after two seconds, with all its retries,
 * since somebody waits for what it guards.
 */
public final class DynamoDbCircuitStore implements CircuitStore {
    private static final int CALLER_LENGTH = 8;
    private static final AwsRequestOverrideConfiguration SHORT = AwsRequestOverrideConfiguration
            .builder().apiCallTimeout(Duration.ofSeconds(2)).build();

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbCircuitStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * A circuit as its table, or the table's stream, has it.
     *
     * @param attributes an item of the table
     */
    public static Circuit read(Map<String, AttributeValue> attributes) {
        return CircuitItems.read(attributes);
    }

    /**
     * Who last took a decision back, as an item of a circuit without one tells.
     *
     * @throws RuntimeException if nobody ever did
     */
    public static OverrideEnd readOverrideEnd(Map<String, AttributeValue> attributes) {
        return CircuitItems.readOverrideEnd(attributes);
    }

    @Override
    public Optional<Circuit> load(String name) {
        var found = call(() -> client.getItem(get -> get.tableName(table).key(key(name))
                .overrideConfiguration(SHORT)));
        return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
    }

    @Override
    public boolean replace(long expectedEpoch, Circuit next) {
        return write(next.name(), CircuitWrite.replacing(expectedEpoch, next)).isPresent();
    }

    @Override
    public Optional<Circuit> countFailure(String name, long epoch, String caller,
            CircuitSettings settings, Instant now) {
        var shortened = shortened(caller);
        var inWindow = CircuitWrite.failureInWindow(epoch, shortened, settings, now);
        var inNewWindow = CircuitWrite.failureInNewWindow(epoch, shortened, settings, now);
        return write(name, inWindow).or(() -> write(name, inNewWindow))
                .or(() -> write(name, inWindow));
    }

    @Override
    public void countSuccesses(String name, long epoch, Instant windowStart, int successes) {
        write(name, CircuitWrite.successes(epoch, windowStart, successes));
    }

    @Override
    public void override(String name, CircuitOverride override) {
        write(name, CircuitWrite.overriding(override));
    }

    @Override
    public void endOverride(String name, String by, Instant now) {
        write(name, CircuitWrite.endingOverride(by, now));
    }

    @Override
    public List<Circuit> list() {
        return call(() -> client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(CircuitItems::read).toList());
    }

    /** Makes a write, if its condition holds; answers with what is now there. */
    private Optional<Circuit> write(String name, CircuitWrite write) {
        try {
            var written = call(() -> client.updateItem(update -> update.tableName(table)
                    .key(key(name)).updateExpression(write.update())
                    .conditionExpression(write.condition())
                    .expressionAttributeNames(write.names())
                    .expressionAttributeValues(write.values()).returnValues(ReturnValue.ALL_NEW)
                    .overrideConfiguration(SHORT)));
            return Optional.of(read(written.attributes()));
        } catch (ConditionalCheckFailedException someoneWasFaster) {
            return Optional.empty();
        }
    }

    /** The end of an id is the part that differs. The item is written a lot, so it stays small. */
    private static String shortened(String caller) {
        return caller.substring(Math.max(0, caller.length() - CALLER_LENGTH));
    }

    private <T> T call(Supplier<T> call) {
        return DynamoDbFaults.translating(table, call);
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of(CircuitItems.NAME, AttributeValue.fromS(name));
    }
}
