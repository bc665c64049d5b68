package drivetrain.orders.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.eventstore.DynamoDbEventStore;
import drivetrain.eventstore.EventTable;
import drivetrain.orders.application.OrderView;
import drivetrain.projection.Checksum;
import drivetrain.projection.GenerationTable;
import drivetrain.projection.KnownGenerations;
import drivetrain.projection.Rebuild;
import drivetrain.projection.Rebuild.Status;
import drivetrain.projection.Step;
import drivetrain.projection.Step.Outcome;
import drivetrain.projection.ViewRebuild;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rebuilds the views of a full log while orders go on and are read. With {@code -Dlong} the log has
 * 100,000 events, else 2,000.
 */
class RebuildUnderLoadTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final int SEGMENTS = 4;
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void showsNoWrongViewAndEndsWithTheChecksumOfTheLog() throws Exception {
        int events = Boolean.getBoolean("long") ? 100_000 : 2_000;
        Tables.create(DYNAMO_DB.client());
        var states = Tables.states(DYNAMO_DB.client());
        var log = new DynamoDbEventStore(DYNAMO_DB.client(),
                new EventTable("OrderEvents", "orderId"));
        var views = new GenerationTable(DYNAMO_DB.client(), "OrderViews", "orderId",
                new KnownGenerations(states, CLOCK));
        var rebuild = new ViewRebuild(log, new ReplayedOrderViews(log), views, states, CLOCK,
                Duration.ofSeconds(2));
        var shop = new OpenShop(Tables.stores(DYNAMO_DB.client()), log, Long.getLong("seed",
                System.nanoTime()));
        shop.fill(events);

        shop.open();
        Instant start = Instant.now();
        Rebuild done = run(rebuild);
        Duration took = Duration.between(start, Instant.now());
        shop.close();

        System.out.printf(
                "Rebuilt %d views from %d events in %.1f s, while %d events were appended and %d"
                        + " views read: none wrong, %d differ, checksum %s%n",
                done.viewsBuilt(), done.eventsRead(), took.toMillis() / 1_000.0, shop.appended(),
                shop.read(), done.comparison().differing(), done.comparison().built());
        assertThat(done.status()).isEqualTo(Status.SWITCHED);
        assertThat(done.eventsRead()).isGreaterThanOrEqualTo(events);
        assertThat(done.comparison().built()).isEqualTo(done.comparison().live());
        assertThat(shop.appended()).as("events while it ran").isPositive();
        assertThat(checksumOfTheTable(states.get().live())).isEqualTo(checksumOfTheLog(shop));
    }

    private static Rebuild run(ViewRebuild rebuild) throws Exception {
        long generation = rebuild.begin(SEGMENTS).generation();
        try (var workers = Executors.newFixedThreadPool(SEGMENTS)) {
            inAllSegments(workers, segment -> rebuild.build(generation, segment), "built");
            inAllSegments(workers, segment -> rebuild.compare(generation, segment), "compared");
            Rebuild concluded = rebuild.conclude(generation, false).orElseThrow();
            inAllSegments(workers, segment -> rebuild.drop(generation, segment), "dropped");
            return concluded;
        }
    }

    private interface Call {
        Step make(int segment);
    }

    private static void inAllSegments(ExecutorService workers, Call call,
            String done) throws Exception {
        var running = IntStream.range(0, SEGMENTS)
                .mapToObj(segment -> workers.submit(() -> toTheEnd(segment, call, done))).toList();
        for (var one : running) {
            one.get();
        }
    }

    private static void toTheEnd(int segment, Call call, String done) {
        Step step;
        do {
            step = call.make(segment);
            var at = step.rebuild();
            System.out.printf("  segment %d %s: %,d of %,d events read, %,d views built, %,d"
                    + " compared, %,d dropped%n", segment, done, at.eventsRead(), at.eventsInLog(),
                    at.viewsBuilt(), at.comparison().compared(), at.viewsDropped());
        } while (step.outcome() == Outcome.MORE);
    }

    private static Checksum checksumOfTheTable(long live) {
        return DYNAMO_DB.client().scanPaginator(scan -> scan.tableName("OrderViews")).items()
                .stream().map(Item::new)
                .map(item -> Checksum.NONE.plus(item.text("orderId"),
                        item.attributes().get("view" + live)))
                .reduce(Checksum.NONE, Checksum::plus);
    }

    private static Checksum checksumOfTheLog(OpenShop shop) {
        return shop.latestViews().stream()
                .map(view -> Checksum.NONE.plus(view.orderId().value(), content(view)))
                .reduce(Checksum.NONE, Checksum::plus);
    }

    private static AttributeValue content(OrderView view) {
        return AttributeValue.fromM(ViewItems.of(view).content().number("version", view.version())
                .attributes());
    }
}
