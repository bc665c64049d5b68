package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.kernel.TransientFault;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * A function that a workflow calls.
 *
 * <p>A business refusal is an outcome. An exception reaches the workflow under its class name: a
 * {@link TransientFault} is retried there, anything else goes to its {@code States.ALL}.
 *
 * @param <I> the task's input
 * @param <O> the task's output
 */
public final class TaskFunction<I extends LoggedInput, O extends TaskOutput> {
    private final JsonType<I> input;
    private final JsonType<O> output;
    private final Function<I, O> task;

    public TaskFunction(Class<I> input, Class<O> output, Function<I, O> task) {
        this.input = JsonTypes.tolerant(input);
        this.output = JsonTypes.strict(output);
        this.task = task;
    }

    /** One invocation. */
    public void handle(InputStream in, OutputStream out, Context context) {
        var request = input.fromJson(in);
        var log = new Log(context).following(request.correlationId());
        var about = request.about();
        O result;
        try {
            result = task.apply(request);
        } catch (TransientFault fault) {
            log.warn(fault.getClass().getSimpleName() + ": " + fault.getMessage(), about);
            throw fault;
        } catch (RuntimeException bug) {
            log.error("task failed", about, bug);
            throw bug;
        }
        var told = new LinkedHashMap<String, Object>(about);
        told.putAll(result.figures());
        log.info(result.outcome(), told);
        output.toJson(result, out);
    }
}
