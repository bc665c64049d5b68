package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StateMachineType;

/**
 * What Step Functions answers to its own integrations; useful to a host that starts executions
 * elsewhere, in another account's engine.
 */
public final class ExecutionAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExecutionAnswers() {}

    /**
     * What StartExecution answers a task.
     *
     * @param execution the started execution
     * @return ExecutionArn and StartDate
     */
    public static ObjectNode started(ExecutionDescription execution) {
        return JSON.objectNode().put("ExecutionArn", execution.executionArn()).put("StartDate",
                Identity.timestamp(execution.startDate()));
    }

    /**
     * What DescribeExecution answers a task.
     *
     * @param execution a snapshot
     * @param json whether input and output are JSON ({@code .sync:2}) or their text ({@code .sync})
     * @return a new object
     */
    public static ObjectNode describe(ExecutionDescription execution, boolean json) {
        ObjectNode answer = JSON.objectNode();
        execution.cause().ifPresent(cause -> answer.put("Cause", cause));
        execution.error().ifPresent(error -> answer.put("Error", error));
        answer.put("ExecutionArn", execution.executionArn());
        payload(answer, "Input", execution.input(), json);
        answer.put("Name", execution.name());
        if (execution.output() != null) {
            payload(answer, "Output", execution.output(), json);
        }
        answer.put("RedriveCount", execution.redriveCount());
        redriveStatus(answer, execution);
        answer.put("StartDate", execution.startDate().toEpochMilli());
        answer.put("StateMachineArn", execution.stateMachineArn());
        answer.put("Status", execution.status().name());
        if (execution.stopDate() != null) {
            answer.put("StopDate", execution.stopDate().toEpochMilli());
        }
        return answer;
    }

    private static void redriveStatus(ObjectNode answer, ExecutionDescription execution) {
        ExecutionStatus status = execution.status();
        boolean redrivable = status.isFinal() && status != ExecutionStatus.SUCCEEDED
                && execution.type() == StateMachineType.STANDARD;
        answer.put("RedriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!redrivable) {
            answer.put("RedriveStatusReason", "Execution is " + status
                    + " and cannot be redriven");
        }
    }

    private static void payload(ObjectNode answer, String name, JsonNode value, boolean json) {
        answer.set(name, json ? value : JSON.textNode(value.toString()));
        answer.putObject(name + "Details").put("Included", true);
    }
}
