package drivetrain.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.local.lambda.InvocationResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a function answered to a batch. Source: AWS Lambda Developer Guide, "Reporting batch item
 * failures": an answer that is no valid report fails the whole batch.
 */
sealed interface BatchAnswer {
    /** Everything was handled. */
    record Done() implements BatchAnswer {}

    /** These items were not. */
    record SomeFailed(Set<String> itemIdentifiers) implements BatchAnswer {}

    /** Nothing counts as handled. */
    record AllFailed() implements BatchAnswer {}

    /** The function was busy; this isn't a failure. */
    record Throttled() implements BatchAnswer {}

    /** Which of these an answer is. */
    static BatchAnswer of(InvocationResult result, boolean reportsItems, Set<String> items) {
        if (result.statusCode() == Reports.THROTTLED) {
            return new Throttled();
        }
        if (!result.succeeded()) {
            return new AllFailed();
        }
        return reportsItems ? Reports.read(result.payload(), items) : new Done();
    }

    /** Reads the report of a function. */
    final class Reports {
        private static final int THROTTLED = 429;
        private static final JsonMapper JSON = new JsonMapper();

        private Reports() {}

        private static BatchAnswer read(byte[] payload, Set<String> items) {
            if (payload.length == 0) {
                return new Done();
            }
            try {
                var failures = JSON.readTree(payload).get("batchItemFailures");
                return failures == null || failures.isEmpty()
                        ? new Done()
                        : failed(failures, items);
            } catch (IOException notJson) {
                return new AllFailed();
            }
        }

        private static BatchAnswer failed(JsonNode failures, Set<String> items) {
            var identifiers = new HashSet<String>();
            for (var failure : failures) {
                var identifier = Optional.ofNullable(failure.get("itemIdentifier"))
                        .map(JsonNode::asText).orElse("");
                if (!items.contains(identifier)) {
                    return new AllFailed();
                }
                identifiers.add(identifier);
            }
            return new SomeFailed(identifiers);
        }
    }
}
