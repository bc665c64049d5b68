package drivetrain.projection;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.Log;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.lambda.StreamRecord;
import drivetrain.projection.Projection.Advance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers the stream of a log. The stream is only a doorbell: what a record tells isn't taken over,
 * the log is read instead. So bells may ring twice, late, and in any order.
 *
 * <p>Each batch that found a view behind leaves two metrics: {@value #EVENTS_BEHIND}, the most
 * events that a view was behind its log, and {@value #MILLIS_BEHIND}, the longest time from when an
 * event occurred to when it was in its view. A bell for what was in the view already doesn't count.
 * While nothing is projected at all there is no metric: alarm on the function's
 * {@code IteratorAge}, too.
 */
public final class Projector {
    /** The name of a metric, in events. */
    public static final String EVENTS_BEHIND = "ProjectionEventsBehind";
    /** The name of a metric, in milliseconds. */
    public static final String MILLIS_BEHIND = "ProjectionMillisBehind";

    private final Projection projection;
    private final String keyAttribute;
    private final Clock clock;

    /** For a log with this partition key, and {@code version} and {@code occurredAt} on events. */
    public Projector(Projection projection, String keyAttribute, Clock clock) {
        this.projection = projection;
        this.keyAttribute = keyAttribute;
        this.clock = clock;
    }

    /** Projects each stream once, however often its bell rang; one that fails, fails alone. */
    public List<Failure> answer(List<StreamRecord> bells, Log log) {
        Map<String, Advance> advances = new HashMap<>();
        Map<String, RuntimeException> causes = new HashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (StreamRecord bell : bells) {
            String streamId = bell.textKey(keyAttribute);
            if (!advances.containsKey(streamId) && !causes.containsKey(streamId)) {
                attempt(streamId, advances, causes);
            }
            if (causes.containsKey(streamId)) {
                failures.add(new Failure(bell, causes.get(streamId)));
            }
        }
        measure(bells, advances, log);
        return failures;
    }

    private void attempt(String streamId, Map<String, Advance> advances,
            Map<String, RuntimeException> causes) {
        try {
            advances.put(streamId, projection.advance(streamId));
        } catch (RuntimeException cause) {
            causes.put(streamId, cause);
        }
    }

    private void measure(List<StreamRecord> bells, Map<String, Advance> advances, Log log) {
        long events = advances.values().stream().mapToLong(Advance::eventsBehind).max().orElse(0);
        if (events > 0) {
            log.metric(EVENTS_BEHIND, "Count", (double) events);
        }
        bells.stream().filter(bell -> isNews(bell, advances)).mapToLong(this::millisSince).max()
                .ifPresent(millis -> log.metric(MILLIS_BEHIND, "Milliseconds", (double) millis));
    }

    private boolean isNews(StreamRecord bell, Map<String, Advance> advances) {
        Advance advance = advances.get(bell.textKey(keyAttribute));
        Item event = new Item(bell.newImage());
        return advance != null && event.has("occurredAt") && event.has("version")
                && event.number("version") > advance.from();
    }

    private long millisSince(StreamRecord bell) {
        return Duration.between(new Item(bell.newImage()).instant("occurredAt"), clock.instant())
                .toMillis();
    }
}
