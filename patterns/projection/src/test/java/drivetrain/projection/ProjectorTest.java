package drivetrain.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.StorageUnavailable;
import drivetrain.lambda.StreamFunction;
import drivetrain.projection.Projection.Advance;
import drivetrain.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A log of counters: the log's versions are a map, and so are the views'. */
class ProjectorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:10Z");
    private final Map<String, Long> log = new HashMap<>();
    private final Map<String, Long> views = new HashMap<>();
    private final List<String> projected = new ArrayList<>();
    private final TestContext context = new TestContext("ProjectCounters");

    private final Projector projector = new Projector(this::advance, "counter",
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void projectsEachStreamOnceHoweverOftenItsBellRings() {
        log.put("a", 3L);
        log.put("b", 1L);

        assertThat(ring(bell("a", 1, 4), bell("b", 1, 6), bell("a", 3, 9), bell("a", 2, 5)))
                .doesNotContain("itemIdentifier");

        assertThat(projected).containsExactly("a", "b");
        assertThat(views).isEqualTo(log);
    }

    @Test
    void measuresHowFarViewsWereBehindInEventsAndTime() {
        log.put("a", 5L);
        views.put("a", 2L);

        ring(bell("a", 2, 1), bell("a", 3, 4), bell("a", 4, 5));

        assertThat(context.lines()).anyMatch(line -> line.contains("\"ProjectionEventsBehind\":3"))
                .anyMatch(line -> line.contains("\"ProjectionMillisBehind\":6000"));
    }

    @Test
    void measuresNothingForABellThatComesAgain() {
        log.put("a", 2L);
        views.put("a", 2L);

        ring(bell("a", 1, 1), bell("a", 2, 2));

        assertThat(context.lines()).noneMatch(line -> line.contains("Behind"));
    }

    @Test
    void letsAStreamThatFailsFailAlone() {
        log.put("b", 1L);

        var answer = ring(bell("a", 1, 4), bell("b", 1, 4), bell("a", 2, 5));

        assertThat(answer).contains("a/1").doesNotContain("b/1");
        assertThat(projected).containsExactly("a", "b");
        assertThat(views).containsOnlyKeys("b");
    }

    @Test
    void takesABellThatTellsNothingButItsKey() {
        log.put("a", 1L);

        ring("{\"eventName\":\"INSERT\",\"dynamodb\":{\"SequenceNumber\":\"1\",\"Keys\":"
                + "{\"counter\":{\"S\":\"a\"}}}}");

        assertThat(views).isEqualTo(log);
    }

    private Advance advance(String streamId) {
        projected.add(streamId);
        if (!log.containsKey(streamId)) {
            throw new StorageUnavailable("no log of " + streamId);
        }
        Long before = views.put(streamId, log.get(streamId));
        return new Advance(before == null ? 0 : before, log.get(streamId));
    }

    private String ring(String... bells) {
        var function = StreamFunction.ofBatches(projector::answer);
        var output = new ByteArrayOutputStream();
        function.handle(new ByteArrayInputStream(("{\"Records\":[" + String.join(",", bells) + "]}")
                .getBytes(StandardCharsets.UTF_8)), output, (Context) context);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String bell(String counter, long version, int second) {
        var occurredAt = Item.empty().instant("at", Instant.parse("2026-03-01T12:00:00Z")
                .plusSeconds(second)).text("at");
        return """
                {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "%1$s/%2$d",
                 "Keys": {"counter": {"S": "%1$s"}, "version": {"N": "%2$d"}},
                 "NewImage": {"counter": {"S": "%1$s"}, "version": {"N": "%2$d"},
                              "occurredAt": {"S": "%3$s"}}}}"""
                .formatted(counter, version, occurredAt);
    }
}
