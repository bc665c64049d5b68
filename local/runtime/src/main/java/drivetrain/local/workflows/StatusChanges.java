package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionListener;
import drivetrain.states.StateMachineType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Turns status changes of Standard executions into the events that Step Functions sends (AWS Step
 * Functions Developer Guide, "Automating Step Functions event delivery with EventBridge").
 */
final class StatusChanges implements ExecutionListener {
    private final WorkflowOptions options;

    StatusChanges(WorkflowOptions options) {
        this.options = options;
    }

    @Override
    public void statusChanged(ExecutionDescription execution) {
        if (execution.type() == StateMachineType.STANDARD) {
            options.events().publish(event(execution));
        }
    }

    private ObjectNode event(ExecutionDescription execution) {
        Instant time = execution.stopDate() == null ? execution.startDate() : execution.stopDate();
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states").put("account", options.accountId())
                .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", options.region());
        event.putArray("resources").add(execution.executionArn());
        event.set("detail", detail(execution));
        return event;
    }

    private static ObjectNode detail(ExecutionDescription execution) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode()
                .put("executionArn", execution.executionArn())
                .put("stateMachineArn", execution.stateMachineArn())
                .put("name", execution.name()).put("status", execution.status().name())
                .put("startDate", execution.startDate().toEpochMilli())
                .put("redriveCount", execution.redriveCount());
        detail.set("stopDate", millis(execution.stopDate()));
        detail.set("redriveDate", millis(execution.redriveDate()));
        detail.put("error", execution.error().orElse(null));
        detail.put("cause", execution.cause().orElse(null));
        payload(detail, "input", execution.input());
        payload(detail, "output", execution.output());
        return detail;
    }

    private static JsonNode millis(Instant instant) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return instant == null ? json.nullNode() : json.numberNode(instant.toEpochMilli());
    }

    private static void payload(ObjectNode detail, String name, JsonNode value) {
        detail.put(name, value == null ? null : value.toString());
        if (value == null) {
            detail.putNull(name + "Details");
        } else {
            detail.putObject(name + "Details").put("included", true);
        }
    }
}
