package drivetrain.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Event source mappings: events of the types {@code DynamoDB} and {@code SQS}. */
final class MappingReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_WINDOW_SECONDS = 300;
    private static final int LARGEST_BATCH = 10_000;
    private static final int WEEK_IN_SECONDS = 604_800;

    private final Reading reading;
    private final String functionArn;
    private final String functionName;

    MappingReader(Reading reading, String functionArn) {
        this.reading = reading;
        this.functionArn = functionArn;
        this.functionName = functionArn.substring(functionArn.lastIndexOf(':') + 1);
    }

    void stream(String id, Fields event) {
        String arn = event.required("Stream");
        String position = event.text("StartingPosition", "TRIM_HORIZON");
        if (!position.equals("TRIM_HORIZON") && !position.equals("LATEST")) {
            event.problem("can't start at " + position + " of a DynamoDB stream");
        }
        Duration window = window(event);
        Optional<Fields> destinations = event.object("DestinationConfig");
        Optional<Destination> onFailure = destinations
                .flatMap(all -> FunctionReader.destination(all, "OnFailure"));
        reading.streamMappings()
                .add(new StreamMapping(event.source(), Names.uuid(id).toString(), functionName,
                        tableOf(arn), arn, event.flag("Enabled", true),
                        position.equals("TRIM_HORIZON"),
                        event.integer("BatchSize", 1, LARGEST_BATCH, 100), window, filters(event),
                        reportsItems(event), event.flag("BisectBatchOnFunctionError", false),
                        event.integer("ParallelizationFactor", 1, 10, 1), retries(event),
                        age(event), onFailure.map(Destination::arn)));
        new RoleReader(reading).source(functionArn, ManagedPolicies.STREAMS, onFailure,
                event.source());
        event.ignore("MetricsConfig");
        destinations.ifPresent(Fields::done);
    }

    void queue(String id, Fields event) {
        String arn = event.required("Queue");
        int batchSize = event.integer("BatchSize", 1, LARGEST_BATCH, 10);
        Duration window = window(event);
        if (batchSize > 10 && window.isZero()) {
            event.problem("needs MaximumBatchingWindowInSeconds for a BatchSize over 10");
        }
        Optional<Fields> scaling = event.object("ScalingConfig");
        reading.queueMappings()
                .add(new QueueMapping(event.source(), Names.uuid(id).toString(), functionName,
                        arn.substring(arn.lastIndexOf(':') + 1), arn, event.flag("Enabled", true),
                        batchSize, window, filters(event), reportsItems(event),
                        scaling.map(limits -> limits.integer("MaximumConcurrency", 2, 1000))
                                .orElse(OptionalInt.empty())));
        new RoleReader(reading).source(functionArn, ManagedPolicies.QUEUES, Optional.empty(),
                event.source());
        event.ignore("MetricsConfig");
        scaling.ifPresent(Fields::done);
    }

    private static Duration window(Fields event) {
        return event.seconds("MaximumBatchingWindowInSeconds", 0, LONGEST_WINDOW_SECONDS, 0);
    }

    private static String tableOf(String streamArn) {
        String[] parts = streamArn.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static OptionalInt retries(Fields event) {
        int attempts = event.integer("MaximumRetryAttempts", -1, LARGEST_BATCH, -1);
        return attempts < 0 ? OptionalInt.empty() : OptionalInt.of(attempts);
    }

    private static Optional<Duration> age(Fields event) {
        int seconds = event.integer("MaximumRecordAgeInSeconds", -1, WEEK_IN_SECONDS, -1);
        return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private static boolean reportsItems(Fields event) {
        return event.list("FunctionResponseTypes").stream().flatMap(List::stream)
                .anyMatch(type -> type instanceof YamlScalar text
                        && text.text().equals("ReportBatchItemFailures"));
    }

    private static List<JsonNode> filters(Fields event) {
        Optional<Fields> criteria = event.object("FilterCriteria");
        List<JsonNode> filters = criteria.flatMap(all -> all.list("Filters")).stream()
                .flatMap(List::stream).flatMap(filter -> pattern(event, filter)).toList();
        criteria.ifPresent(Fields::done);
        return filters;
    }

    private static Stream<JsonNode> pattern(Fields event, YamlNode filter) {
        if (filter instanceof YamlNode.YamlMap map
                && map.get("Pattern") instanceof YamlScalar pattern) {
            try {
                return Stream.of(JSON.readTree(pattern.text()));
            } catch (JsonProcessingException e) {
                event.problem(pattern, "has a filter that isn't JSON: " + e.getOriginalMessage());
                return Stream.of();
            }
        }
        event.problem(filter, "has a filter without Pattern");
        return Stream.of();
    }
}
