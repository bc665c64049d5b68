package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.kernel.TransientFault;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function that takes messages of an SQS queue. A message whose consumer throws is reported as
 * failed, comes back after its visibility timeout, and ends in the dead-letter queue; the others of
 * its batch are done. The event source mapping must say {@code ReportBatchItemFailures}.
 */
public final class QueueFunction {
    @Json
    record Batch(@Json.Property("Records") List<QueueMessage> records) {}

    private static final JsonType<Batch> BATCH = JsonTypes.tolerant(Batch.class);
    private static final JsonType<BatchResponse> RESPONSE = JsonTypes.strict(BatchResponse.class);

    private final Consumer<QueueMessage> consumer;

    public QueueFunction(Consumer<QueueMessage> consumer) {
        this.consumer = consumer;
    }

    /** One invocation. */
    public void handle(InputStream input, OutputStream output, Context context) {
        var messages = BATCH.fromJson(input).records();
        var log = new Log(context)
                .following(messages.stream().map(QueueMessage::correlationId).toList());
        var failed = messages.stream().filter(message -> !consumed(message, log))
                .map(QueueMessage::messageId).toList();
        log.info("batch", Map.of("messages", messages.size(), "failed", failed.size()));
        RESPONSE.toJson(BatchResponse.of(failed), output);
    }

    private boolean consumed(QueueMessage message, Log log) {
        var about = Map.of("messageId", message.messageId(), "correlationId",
                message.correlationId());
        try {
            consumer.accept(message);
            return true;
        } catch (TransientFault fault) {
            log.warn(fault.getClass().getSimpleName() + ": " + fault.getMessage(), about);
        } catch (RuntimeException bug) {
            log.error("message not handled", about, bug);
        }
        return false;
    }
}
