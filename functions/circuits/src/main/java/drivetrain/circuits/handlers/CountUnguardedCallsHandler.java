package drivetrain.circuits.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuits.domain.CircuitName;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.EventFunction;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Log;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * On {@code CircuitUnguarded}, which the workflow {@code guarded-call} publishes when it can't reach
 * the circuits: counts it as a metric by circuit, for an alarm. A workflow can't be allowed to write
 * just this metric, since CloudWatch knows no permissions of single metrics.
 *
 * <p>An event that comes twice is counted twice: the alarm asks only whether there were any.
 */
public final class CountUnguardedCallsHandler implements RequestStreamHandler {
    private static final String UNGUARDED = "CircuitUnguarded";
    private static final JsonType<Unguarded> DATA = JsonTypes.tolerant(Unguarded.class);

    private final EventFunction function = new EventFunction(CountUnguardedCallsHandler::count);

    @Json
    record Unguarded(String circuit) {}

    public CountUnguardedCallsHandler() {}

    /** It needs none of them. */
    public CountUnguardedCallsHandler(Map<String, String> environment) {
        this();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }

    private static void count(BusEvent event, Log log) {
        var circuit = CircuitName.parse(DATA.fromJson(event.ours().data()).circuit());
        log.metric(UNGUARDED, "Count", 1, Map.of("circuit", circuit.value()));
    }
}
