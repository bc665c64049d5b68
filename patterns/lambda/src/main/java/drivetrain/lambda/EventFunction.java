package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.kernel.TransientFault;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A function that EventBridge calls, with one event. What it throws is tried again by Lambda and
 * ends in the dead-letter queue, so the consumer must be idempotent.
 */
public final class EventFunction {
    private static final JsonType<BusEvent> EVENT = JsonTypes.tolerant(BusEvent.class);

    private final BiConsumer<BusEvent, Log> consumer;

    public EventFunction(Consumer<BusEvent> consumer) {
        this((event, _) -> consumer.accept(event));
    }

    /** For a consumer that has more to say than that it is done: a metric, a warning. */
    public EventFunction(BiConsumer<BusEvent, Log> consumer) {
        this.consumer = consumer;
    }

    /** One invocation. */
    public void handle(InputStream input, Context context) {
        var event = EVENT.fromJson(input);
        var log = new Log(context).following(event.correlationId());
        var about = Map.of("eventType", String.valueOf(event.detailType()), "busEventId",
                String.valueOf(event.id()));
        try {
            consumer.accept(event, log);
        } catch (TransientFault fault) {
            log.warn(fault.getClass().getSimpleName() + ": " + fault.getMessage(), about);
            throw fault;
        } catch (RuntimeException bug) {
            log.error("event not handled", about, bug);
            throw bug;
        }
        log.info("handled", about);
    }
}
