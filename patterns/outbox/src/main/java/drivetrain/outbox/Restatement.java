package drivetrain.outbox;

import static java.util.Objects.requireNonNull;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.Environment;
import drivetrain.lambda.EventFunction;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Log;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Says anew what every item of a table is, so that those who keep copies can find and repair what
 * they have missed. Made to be the consumer of an {@link EventFunction} that a schedule or an
 * operator calls.
 *
 * <ul>
 *   <li>An item that was written less than five minutes ago is left out: the event of that write may
 *       still be on its way, and a copy that waits for it isn't wrong. The call's detail may say
 *       otherwise: {@code {"settledMinutes": 0}}.
 *   <li>An item that can't be understood, and an event that the bus doesn't take, keep none of the
 *       others back; the run then fails at its end, naming them. It may be run again at any time.
 *   <li>The table is read page by page, with strong consistency, and nothing is kept but one call's
 *       events.
 * </ul>
 */
public final class Restatement {
    private static final JsonType<RestatementWish> WISH = JsonTypes
            .tolerant(RestatementWish.class);
    private static final long SETTLED_MINUTES = 5;

    private final DynamoDbClient client;
    private final String table;
    private final EventBus bus;
    private final ItemEvent mapper;
    private final Clock clock;

    private record Names(String table, String eventBus) {}

    /** Says which event tells what an item is. */
    @FunctionalInterface
    public interface ItemEvent {
        /**
         * The event of one item.
         *
         * @param run what tells the event's id from those of other runs; the same when a run is
         *     tried again
         */
        OutgoingEvent of(Item item, String run);
    }

    /**
     * The restatement of one table.
     *
     * @param table whose items carry {@code changedAt}
     */
    public Restatement(DynamoDbClient client, String table, EventBus bus, ItemEvent mapper,
            Clock clock) {
        this.client = client;
        this.table = table;
        this.bus = bus;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The restatement of a table that a function's environment names, to the bus {@code EVENT_BUS}.
     *
     * @param tableVariable the variable that holds the table's name
     */
    public static Restatement of(Map<String, String> environment, String tableVariable,
            ItemEvent mapper) {
        var names = Environment.read(environment, variables -> new Names(
                variables.text(tableVariable), variables.text("EVENT_BUS")));
        var clients = new AwsClients(environment);
        var bus = new EventBridgeBus(clients.configure(EventBridgeClient.builder()).build(),
                names.eventBus());
        return new Restatement(clients.dynamoDb(), names.table(), bus, mapper, Clock.systemUTC());
    }

    /**
     * One run.
     *
     * @param call its {@code id} names the run
     * @throws drivetrain.kernel.TransientFault if the table or the bus is out of reach, or the bus
     *     didn't take every event
     * @throws IllegalStateException naming the items that can't be understood
     */
    public void restate(BusEvent call, Log log) {
        String run = requireNonNull(call.id(), "a run needs an id");
        Instant settled = clock.instant().minus(settledFor(call.detail()));
        var statements = new Statements(bus);
        int unsettled = DynamoDbFaults.translating(table, () -> scan(run, settled, statements));
        statements.flush();
        log.info("restated", Map.of("items", statements.taken(), "unsettled", unsettled));
        statements.requireComplete();
    }

    private int scan(String run, Instant settled, Statements statements) {
        int unsettled = 0;
        for (var attributes : client.scanPaginator(
                scan -> scan.tableName(table).consistentRead(true)).items()) {
            var item = new Item(attributes);
            if (isSettled(item, settled)) {
                statements.add(item, () -> mapper.of(item, run));
            } else {
                unsettled++;
            }
        }
        return unsettled;
    }

    /** An item that doesn't say so counts as settled, so that its mapping can fail and be named. */
    private static boolean isSettled(Item item, Instant settled) {
        return !item.has("changedAt") || !item.instant("changedAt").isAfter(settled);
    }

    private static Duration settledFor(String detail) {
        Long minutes = detail == null ? null : WISH.fromJson(detail).settledMinutes();
        return Duration.ofMinutes(minutes == null ? SETTLED_MINUTES : minutes);
    }
}
