package drivetrain.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An event source mapping from a table's stream to a function.
 *
 * @param filters
 *            patterns of {@code FilterCriteria}; a record passes if any matches, or if there are
 *            none
 * @param maximumRetryAttempts
 *            empty: until the record expires
 * @param maximumRecordAge
 *            empty: as long as the stream keeps it
 * @param fromTrimHorizon
 *            whether it starts with the oldest record of the stream instead of the latest
 */
public record StreamMapping(SourceLine source, String id, String functionName, String tableName,
        String streamArn, boolean enabled, boolean fromTrimHorizon, int batchSize, Duration window,
        List<JsonNode> filters, boolean reportBatchItemFailures, boolean bisectBatchOnError,
        int parallelizationFactor, OptionalInt maximumRetryAttempts,
        Optional<Duration> maximumRecordAge, Optional<String> onFailureArn) {
    /** Copies the filters. */
    public StreamMapping {
        filters = List.copyOf(filters);
    }
}
