package drivetrain.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.dynamodb.Item;
import drivetrain.eventstore.InMemoryEventStore;
import drivetrain.projection.Rebuild.Status;
import drivetrain.projection.Step.Outcome;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RebuildTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"),
            ZoneOffset.UTC);
    private static final int SEGMENTS = 2;

    private final String table = DYNAMO_DB.table("id");
    private final InMemoryEventStore log = new InMemoryEventStore();
    private final Counters counters = new Counters(log);
    private final ProjectionStates states = new InMemoryProjectionStates();
    private final GenerationTable views = new GenerationTable(DYNAMO_DB.client(), table, "id",
            new KnownGenerations(states, CLOCK));
    private final ViewRebuild rebuild = new ViewRebuild(log, counters::view, views, states, CLOCK,
            Duration.ZERO);

    RebuildTest() {
        for (int i = 0; i < 30; i++) {
            counters.add("c" + i, i);
            counters.add("c" + i, 1);
            project("c" + i);
        }
    }

    @Test
    void buildsAGenerationThatIsTheSameAndShowsIt() {
        var begun = rebuild.begin(SEGMENTS);
        assertThat(begun.generation()).isEqualTo(2);
        assertThat(begun.eventsInLog()).isEqualTo(60);

        int calls = toTheEnd(rebuild::build) + toTheEnd(rebuild::compare);
        var concluded = rebuild.conclude(2, false).orElseThrow();
        toTheEnd(rebuild::drop);

        assertThat(calls).as("it takes more than one chunk").isGreaterThan(2 * SEGMENTS);
        assertThat(concluded.status()).isEqualTo(Status.SWITCHED);
        assertThat(concluded.eventsRead()).isEqualTo(60);
        assertThat(concluded.viewsBuilt()).isEqualTo(30);
        assertThat(concluded.comparison().compared()).isEqualTo(30);
        assertThat(concluded.comparison().differing()).isZero();
        assertThat(concluded.comparison().built()).isEqualTo(concluded.comparison().live())
                .isNotEqualTo(Checksum.NONE);
        assertThat(item("c7").attributes().keySet()).containsExactlyInAnyOrder("id", "owner",
                "newest", "view2");
        assertThat(states.get().rebuild().orElseThrow().viewsDropped()).isEqualTo(30);
    }

    @Test
    void keepsTheLiveViewsWhenTheNewOnesDifferAndNamesSome() {
        damage("c7");
        rebuild.begin(SEGMENTS);
        toTheEnd(rebuild::build);

        var named = compareAll();
        var concluded = rebuild.conclude(2, false).orElseThrow();

        assertThat(named).isEqualTo("c7");
        assertThat(concluded.status()).isEqualTo(Status.ABANDONED);
        assertThat(concluded.comparison().differing()).isEqualTo(1);
        assertThat(states.get().generations()).isEqualTo(new Generations(1, Optional.empty()));
        toTheEnd(rebuild::drop);
        assertThat(item("c7").attributes()).containsKey("view1").doesNotContainKey("view2");
    }

    @Test
    void mendsTheViewsWhenDifferencesAreExpected() {
        damage("c7");
        rebuild.begin(SEGMENTS);
        toTheEnd(rebuild::build);
        toTheEnd(rebuild::compare);

        assertThat(rebuild.conclude(2, true).orElseThrow().status()).isEqualTo(Status.SWITCHED);

        assertThat(shown("c7")).isEqualTo(expected("c7", 2));
        assertThat(rebuild.conclude(2, false).orElseThrow().status())
                .as("a verdict stands, also if it is asked for again").isEqualTo(Status.SWITCHED);
    }

    @Test
    void goesOnWhereAnotherCallerStopped() {
        rebuild.begin(SEGMENTS);
        rebuild.build(2, 0);

        var another = new ViewRebuild(log, counters::view, views, states, CLOCK,
                Duration.ofMinutes(1));
        assertThat(another.begin(7).segments()).as("the one under way").hasSize(SEGMENTS);
        for (int segment = 0; segment < SEGMENTS; segment++) {
            assertThat(another.build(2, segment).outcome()).isEqualTo(Outcome.DONE);
        }

        assertThat(states.get().underWay().orElseThrow().viewsBuilt()).isEqualTo(30);
    }

    @Test
    void concludesNothingBeforeAllIsCompared() {
        rebuild.begin(SEGMENTS);
        toTheEnd(rebuild::build);
        rebuild.compare(2, 0);

        assertThatThrownBy(() -> rebuild.conclude(2, true))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rebuild.conclude(9, true)).isEmpty();
    }

    @Test
    void stopsAWorkerOfAnOlderGeneration() {
        rebuild.begin(SEGMENTS);
        toTheEnd(rebuild::build);
        toTheEnd(rebuild::compare);
        rebuild.conclude(2, false);
        rebuild.begin(SEGMENTS);

        assertThat(rebuild.drop(2, 0).outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(rebuild.build(2, 0).outcome()).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void foldsAgainWhatAnEventOvertook() {
        rebuild.begin(1);
        var overtaken = new ViewRebuild(log, id -> {
            var folded = counters.view(id);
            if (id.equals("c7") && folded.orElseThrow().version() == 2) {
                counters.add(id, 100);
                project(id);
            }
            return folded;
        }, views, states, CLOCK, Duration.ofMinutes(1));

        overtaken.build(2, 0);

        assertThat(GenerationTable.version(item("c7"), 2)).isEqualTo(3);
    }

    @Test
    void projectsIntoBothWhileItBuildsAndOnlyThen() {
        rebuild.begin(1);
        counters.add("new", 5);
        project("new");
        assertThat(item("new").attributes()).containsKeys("view1", "view2");

        toTheEnd(rebuild::build, 1);
        counters.add("c7", 5);
        project("c7");
        assertThat(GenerationTable.version(item("c7"), 1)).isEqualTo(3);
        assertThat(GenerationTable.version(item("c7"), 2)).isEqualTo(3);

        toTheEnd(rebuild::compare, 1);
        rebuild.conclude(2, false);
        toTheEnd(rebuild::drop, 1);
        counters.add("newer", 5);
        project("newer");
        assertThat(item("newer").attributes()).containsKey("view2");
        assertThat(shown("newer")).isEqualTo(expected("newer", 1));
    }

    @Test
    void makesUpForAProjectionThatBrokeOffBetweenTheGenerations() {
        rebuild.begin(1);
        toTheEnd(rebuild::build, 1);
        counters.add("broken", 1);
        views.build("broken", 1, new TreeSet<>(), counters.view("broken").orElseThrow());
        toTheEnd(rebuild::compare, 1);
        assertThat(item("broken").attributes()).containsKeys("view1", "view2");

        counters.add("late", 1);
        views.build("late", 1, new TreeSet<>(), counters.view("late").orElseThrow());
        rebuild.conclude(2, false);
        assertThat(shown("late")).isEqualTo(expected("late", 1));
        toTheEnd(rebuild::drop, 1);
        assertThat(shown("late")).isEqualTo(expected("late", 1));
        assertThat(shownFromMemory("late")).isEqualTo(expected("late", 1));
    }

    private void project(String id) {
        views.save(id, counters.view(id).orElseThrow());
    }

    private void damage(String id) {
        DYNAMO_DB.client().updateItem(update -> update.tableName(table)
                .key(Map.of("id", AttributeValue.fromS(id)))
                .updateExpression("SET view1.#sum = :wrong")
                .expressionAttributeNames(Map.of("#sum", "sum"))
                .expressionAttributeValues(Map.of(":wrong", AttributeValue.fromN("-1"))));
    }

    private Item item(String id) {
        return views.get(id);
    }

    /** As a reader shows it who has asked for the generations just now. */
    private Item shown(String id) {
        return new GenerationTable(DYNAMO_DB.client(), table, "id",
                new KnownGenerations(states, CLOCK)).shown(item(id)).orElseThrow();
    }

    /** As a reader shows it who remembers the generations of the beginning. */
    private Item shownFromMemory(String id) {
        return views.shown(item(id)).orElseThrow();
    }

    private Item expected(String id, long version) {
        return counters.viewAt(id, version).orElseThrow().content().number("version", version);
    }

    private String compareAll() {
        var named = new StringBuilder();
        for (int segment = 0; segment < SEGMENTS; segment++) {
            Step step;
            do {
                step = rebuild.compare(2, segment);
                named.append(String.join(",", step.differing()));
            } while (step.outcome() == Outcome.MORE);
        }
        return named.toString();
    }

    private static int toTheEnd(BiFunction<Long, Integer, Step> phase) {
        return toTheEnd(phase, SEGMENTS);
    }

    private static int toTheEnd(BiFunction<Long, Integer, Step> phase, int segments) {
        int calls = 0;
        for (int segment = 0; segment < segments; segment++) {
            Outcome outcome;
            do {
                outcome = phase.apply(2L, segment).outcome();
                calls++;
            } while (outcome == Outcome.MORE);
            assertThat(outcome).isEqualTo(Outcome.DONE);
        }
        return calls;
    }
}
