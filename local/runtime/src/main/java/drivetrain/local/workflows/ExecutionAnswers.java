package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StateMachineType;
import drivetrain.states.engine.StateMachines;
import drivetrain.states.history.HistoryEvent;
import java.time.Instant;
import java.util.List;

/** Executions and state machines as the API writes them; dates are seconds with a fraction. */
final class ExecutionAnswers {
    private ExecutionAnswers() {}

    static ObjectNode summary(ExecutionDescription execution) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode()
                .put("executionArn", execution.executionArn())
                .put("stateMachineArn", execution.stateMachineArn())
                .put("name", execution.name()).put("status", execution.status().name())
                .put("startDate", seconds(execution.startDate()))
                .put("redriveCount", execution.redriveCount());
        if (execution.stopDate() != null) {
            answer.put("stopDate", seconds(execution.stopDate()));
        }
        if (execution.redriveDate() != null) {
            answer.put("redriveDate", seconds(execution.redriveDate()));
        }
        return answer;
    }

    static ObjectNode description(ExecutionDescription execution) {
        ObjectNode answer = summary(execution).put("input", execution.input().toString());
        answer.putObject("inputDetails").put("included", true);
        if (execution.output() != null) {
            answer.put("output", execution.output().toString());
            answer.putObject("outputDetails").put("included", true);
        }
        execution.error().ifPresent(error -> answer.put("error", error));
        execution.cause().ifPresent(cause -> answer.put("cause", cause));
        return answer.put("redriveStatus", redrivable(execution) ? "REDRIVABLE" : "NOT_REDRIVABLE");
    }

    private static boolean redrivable(ExecutionDescription execution) {
        return execution.type() == StateMachineType.STANDARD && execution.status().isFinal()
                && execution.status() != ExecutionStatus.SUCCEEDED;
    }

    static ObjectNode synchronous(ExecutionDescription execution) {
        ObjectNode answer = description(execution);
        answer.remove("redriveStatus");
        answer.remove("redriveCount");
        answer.putObject("billingDetails").put("billedMemoryUsedInMB", 64)
                .put("billedDurationInMilliseconds", execution.stopDate().toEpochMilli()
                        - execution.startDate().toEpochMilli());
        return answer;
    }

    static ObjectNode machine(StateMachines.Registered machine) {
        return JsonNodeFactory.instance.objectNode().put("stateMachineArn", machine.arn())
                .put("name", machine.name()).put("type", machine.type().name())
                .put("creationDate", seconds(machine.creationDate()));
    }

    static ObjectNode machineDescription(StateMachines.Registered machine) {
        return machine(machine).put("status", "ACTIVE").put("definition", machine.definition())
                .put("roleArn", machine.roleArn());
    }

    static ObjectNode event(HistoryEvent event, boolean withData) {
        ObjectNode json = event.toJson();
        if (!withData) {
            json.forEach(details -> {
                if (details instanceof ObjectNode object) {
                    object.remove(List.of("input", "output", "parameters"));
                }
            });
        }
        return json;
    }

    static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
