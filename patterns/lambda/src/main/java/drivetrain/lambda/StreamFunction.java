package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.kernel.TransientFault;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A function that takes batches of a DynamoDB stream, in the order of each item's changes.
 *
 * <p>The failed records are reported; Lambda delivers again from the first of them on, so records
 * after it may come twice. The event source mapping must say {@code ReportBatchItemFailures}.
 */
public final class StreamFunction {
    private static final JsonType<BatchResponse> RESPONSE = JsonTypes.strict(BatchResponse.class);

    private final BiFunction<List<StreamRecord>, Log, List<Failure>> consumer;
    private final Optional<DeadLetters> deadLetters;

    /**
     * A record that couldn't be handled.
     *
     * @param cause why; logged once, here
     */
    public record Failure(StreamRecord failed, RuntimeException cause) {}

    private StreamFunction(BiFunction<List<StreamRecord>, Log, List<Failure>> consumer,
            Optional<DeadLetters> deadLetters) {
        this.consumer = consumer;
        this.deadLetters = deadLetters;
    }

    /**
     * A function whose consumer takes a whole batch and answers with what failed, in the order of
     * the stream.
     */
    public static StreamFunction ofBatches(Function<List<StreamRecord>, List<Failure>> consumer) {
        return ofBatches((records, _) -> consumer.apply(records));
    }

    /** For a consumer that has more to say than what failed: a metric, a warning. */
    public static StreamFunction ofBatches(
            BiFunction<List<StreamRecord>, Log, List<Failure>> consumer) {
        return new StreamFunction(consumer, Optional.empty());
    }

    /**
     * The same function; but a record that fails for another reason than a {@link TransientFault} is
     * set aside, and counts as handled once it is kept. Records behind one that will come again are
     * left to that delivery. Only for a consumer of whole batches, which goes on behind a failure.
     */
    public StreamFunction settingAside(DeadLetters poison) {
        return new StreamFunction(consumer, Optional.of(poison));
    }

    /** A function whose consumer takes records one by one; the first that fails ends the batch. */
    public static StreamFunction ofRecords(Consumer<StreamRecord> consumer) {
        return ofBatches((records, _) -> firstFailure(records, consumer));
    }

    /** One invocation. */
    public void handle(InputStream input, OutputStream output, Context context) {
        var records = StreamEvent.fromJson(input).records().stream()
                .map(StreamEvent.Entry::toRecord)
                .toList();
        var log = new Log(context)
                .following(records.stream().map(StreamRecord::correlationId).toList());
        var failures = consumer.apply(records, log);
        failures.forEach(failure -> logFailure(failure, log));
        var again = notKept(failures, context.getInvokedFunctionArn(), log);
        log.info("batch", Map.of("records", records.size(), "failed", failures.size(), "again",
                again.size()));
        RESPONSE.toJson(BatchResponse.of(again.stream()
                .map(failure -> failure.failed().sequenceNumber()).toList()), output);
    }

    private List<Failure> notKept(List<Failure> failures, String functionArn, Log log) {
        int kept = 0;
        while (kept < failures.size() && isKept(failures.get(kept), functionArn, log)) {
            kept++;
        }
        return failures.subList(kept, failures.size());
    }

    private boolean isKept(Failure failure, String functionArn, Log log) {
        if (deadLetters.isEmpty() || failure.cause() instanceof TransientFault) {
            return false;
        }
        try {
            deadLetters.get().keep(functionArn, failure.failed(), failure.cause());
            return true;
        } catch (RuntimeException fault) {
            logFailure(new Failure(failure.failed(), fault), log);
            return false;
        }
    }

    private static List<Failure> firstFailure(List<StreamRecord> records,
            Consumer<StreamRecord> consumer) {
        for (var next : records) {
            try {
                consumer.accept(next);
            } catch (RuntimeException cause) {
                return List.of(new Failure(next, cause));
            }
        }
        return List.of();
    }

    private static void logFailure(Failure failure, Log log) {
        var about = Map.of("sequenceNumber", failure.failed().sequenceNumber(), "correlationId",
                failure.failed().correlationId());
        switch (failure.cause()) {
            case TransientFault fault ->
                log.warn(fault.getClass().getSimpleName() + ": " + fault.getMessage(), about);
            case RuntimeException bug -> log.error("record not handled", about, bug);
        }
    }
}
