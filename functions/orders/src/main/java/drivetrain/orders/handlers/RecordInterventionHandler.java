package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.EventFunction;
import drivetrain.lambda.Log;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.RecordIntervention;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the end of an execution: notes those that somebody must look after. */
public final class RecordInterventionHandler implements RequestStreamHandler {
    private final EventFunction function;

    public RecordInterventionHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public RecordInterventionHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private RecordInterventionHandler(OrdersComponent component) {
        this(component.recordIntervention());
    }

    RecordInterventionHandler(RecordIntervention recordIntervention) {
        this.function = new EventFunction((event, log) -> record(recordIntervention, event, log));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }

    private static void record(RecordIntervention interventions, BusEvent event, Log log) {
        var change = ExecutionStatusChange.TYPE.fromJson(event.detail());
        var about = Map.of("executionArn", change.executionArn(), "status", change.status());
        var outcome = switch (change.status()) {
            case "FAILED", "TIMED_OUT", "ABORTED" ->
                interventions.ended(change.toIntervention());
            case "SUCCEEDED" -> interventions.succeeded(change.executionArn(), change.orderId(),
                    change.redriveCount(), change.stoppedAt());
            default -> RecordIntervention.Outcome.NOTHING_NEW;
        };
        switch (outcome) {
            case OPENED -> {
                log.warn("somebody must look after this execution", about);
                log.metric("InterventionsOpened", "Count", 1);
            }
            case RESOLVED -> {
                log.info("intervention resolved", about);
                log.metric("InterventionsResolved", "Count", 1);
            }
            case NOTHING_NEW -> log.info("nothing new", about);
        }
    }
}
