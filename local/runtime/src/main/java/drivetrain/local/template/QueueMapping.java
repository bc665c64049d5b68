package drivetrain.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** An event source mapping from a queue to a function. */
public record QueueMapping(SourceLine source, String id, String functionName, String queueName,
        String queueArn, boolean enabled, int batchSize, Duration window, List<JsonNode> filters,
        boolean reportBatchItemFailures, OptionalInt maximumConcurrency) {
    /** Copies the filters. */
    public QueueMapping {
        filters = List.copyOf(filters);
    }
}
