package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Which records of a batch failed; the rest are done.
 *
 * <p>Source: Lambda developer guide, "Reporting batch item failures".
 */
@Json
record BatchResponse(List<Failure> batchItemFailures) {
    @Json
    record Failure(String itemIdentifier) {}

    static BatchResponse of(List<String> failed) {
        return new BatchResponse(failed.stream().map(Failure::new).toList());
    }
}
