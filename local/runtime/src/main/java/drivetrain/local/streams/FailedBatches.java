package drivetrain.local.streams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.template.StreamMapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Writes the invocation records of batches that a mapping gives up. Source: AWS Lambda Developer
 * Guide, "Retaining discarded records for a DynamoDB event source". The records themselves stay in
 * the stream.
 */
final class FailedBatches {
    static final String EXHAUSTED = "RetryAttemptsExhausted";
    static final String TOO_OLD = "RecordAgeExceeded";

    private final StreamMapping mapping;
    private final String functionArn;
    private final BiConsumer<String, String> send;

    /**
     * Records for a mapping's destination, if it has one.
     *
     * @param send
     *            sends a text to the queue of an ARN
     */
    FailedBatches(StreamMapping mapping, BiConsumer<String, String> send) {
        this.mapping = mapping;
        this.send = send;
        var stream = mapping.streamArn().split(":", -1);
        functionArn = "arn:aws:lambda:" + stream[3] + ":" + stream[4] + ":function:"
                + mapping.functionName();
    }

    void giveUp(List<Change> batch, String shardId, String condition, int invocations,
            Optional<InvocationResult> last, Instant now) {
        mapping.onFailureArn().ifPresent(arn -> send.accept(arn,
                describe(batch, shardId, condition, invocations, last, now).toString()));
    }

    private ObjectNode describe(List<Change> batch, String shardId, String condition,
            int invocations, Optional<InvocationResult> last, Instant now) {
        var record = JsonNodeFactory.instance.objectNode();
        record.putObject("requestContext").put("requestId", UUID.randomUUID().toString())
                .put("functionArn", functionArn).put("condition", condition)
                .put("approximateInvokeCount", invocations);
        last.ifPresent(result -> {
            var response = record.putObject("responseContext")
                    .put("statusCode", result.statusCode()).put("executedVersion", "$LATEST");
            response.put("functionError", result.functionError().orElse(null));
        });
        record.put("version", "1.0").put("timestamp",
                now.truncatedTo(ChronoUnit.MILLIS).toString());
        record.set("DDBStreamBatchInfo", batchInfo(batch, shardId));
        return record;
    }

    private ObjectNode batchInfo(List<Change> batch, String shardId) {
        var first = batch.getFirst();
        var last = batch.getLast();
        return JsonNodeFactory.instance.objectNode().put("shardId", shardId)
                .put("startSequenceNumber", first.sequenceNumber())
                .put("endSequenceNumber", last.sequenceNumber())
                .put("approximateArrivalOfFirstRecord", first.at().toString())
                .put("approximateArrivalOfLastRecord", last.at().toString())
                .put("batchSize", batch.size()).put("streamArn", mapping.streamArn());
    }
}
