package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.avaje.jsonb.JsonType;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Structured log lines of one invocation: one JSON object a line, with the function's name and the
 * request id. A few lines of our own, because Log4j would add 360 ms to each cold start (see the
 * decision records).
 */
public final class Log {
    private static final JsonType<Map<String, Object>> LINE = JsonTypes.maps();

    private final LambdaLogger logger;
    private final String function;
    private final String requestId;
    private final Map<String, ?> always;
    private final long startedNanos;

    Log(Context context) {
        this.logger = context.getLogger();
        this.function = context.getFunctionName();
        this.requestId = context.getAwsRequestId();
        this.always = Map.of();
        this.startedNanos = System.nanoTime();
    }

    private Log(Log other, Map<String, ?> always) {
        this.logger = other.logger;
        this.function = other.function;
        this.requestId = other.requestId;
        this.always = always;
        this.startedNanos = other.startedNanos;
    }

    /** The same log, whose every line, metrics too, carries the id of the request that caused it. */
    Log following(String correlationId) {
        return new Log(this, Map.of("correlationId", String.valueOf(correlationId)));
    }

    /** The same for an invocation that several requests have caused. */
    Log following(Collection<String> correlationIds) {
        return new Log(this,
                Map.of("correlationIds", correlationIds.stream().distinct().toList()));
    }

    /** What happened, once per outcome. */
    public void info(String message, Map<String, ?> fields) {
        write("INFO", message, fields);
    }

    /** What will be tried again. */
    public void warn(String message, Map<String, ?> fields) {
        write("WARN", message, fields);
    }

    /** What nobody will try again, and somebody must look at. */
    public void error(String message, Map<String, ?> fields, Throwable cause) {
        var all = new LinkedHashMap<String, Object>(fields);
        all.put("error", cause.getClass().getName());
        all.put("cause", String.valueOf(cause.getMessage()));
        all.put("at", origin(cause));
        write("ERROR", message, all);
    }

    /**
     * A metric, in CloudWatch's embedded metric format, in the namespace {@code Drivetrain} with the
     * dimension {@code function}.
     *
     * @param unit CloudWatch's name of it: {@code Count}, {@code Milliseconds}
     */
    public void metric(String name, String unit, double value) {
        metric(name, unit, value, Map.of("function", function));
    }

    /**
     * A metric with dimensions of one's own, in place of the function's name.
     *
     * @param dimensions each combination of their values is a metric of its own, and paid for
     */
    public void metric(String name, String unit, double value, Map<String, String> dimensions) {
        var definition = Map.of("Namespace", "Drivetrain", "Dimensions",
                new String[][]{dimensions.keySet().toArray(String[]::new)}, "Metrics",
                new Object[]{Map.of("Name", name, "Unit", unit)});
        var line = new LinkedHashMap<String, Object>();
        line.put("_aws", Map.of("Timestamp", System.currentTimeMillis(), "CloudWatchMetrics",
                new Object[]{definition}));
        line.put("function", function);
        line.putAll(always);
        line.putAll(dimensions);
        line.put(name, value);
        logger.log(LINE.toJson(line) + "\n");
    }

    private void write(String level, String message, Map<String, ?> fields) {
        var line = new LinkedHashMap<String, Object>();
        line.put("level", level);
        line.put("message", message);
        line.put("function", function);
        line.put("requestId", requestId);
        line.putAll(always);
        line.putAll(fields);
        line.put("millis", Duration.ofNanos(System.nanoTime() - startedNanos).toMillis());
        logger.log(LINE.toJson(line) + "\n");
    }

    private static String origin(Throwable cause) {
        var trace = cause.getStackTrace();
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }
}
