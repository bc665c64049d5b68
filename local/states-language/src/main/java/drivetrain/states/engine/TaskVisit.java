package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.Results;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;
import drivetrain.states.task.TaskPattern;
import drivetrain.states.task.TaskResource;
import java.util.Optional;

/** A visit of a Task state: each attempt is a {@link TaskAttempt}. */
final class TaskVisit extends Visit {

    private final State.Task task;
    private String token;
    private TaskAttempt current;

    TaskVisit(Branch branch, State.Task task, JsonNode input) {
        super(branch, task, input);
        this.task = task;
    }

    State.Task task() {
        return task;
    }

    @Override
    void describe(ObjectNode context) {
        if (token != null && !(task.resource() instanceof TaskResource.Activity)) {
            context.putObject("Task").put("Token", token);
        }
    }

    @Override
    Outcome attempt() {
        token = needsToken() ? core().tokens().next() : null;
        EvaluationContext raw = context();
        JsonNode arguments = new DataFlow(task).arguments(raw);
        Long timeout = seconds("TimeoutSeconds", task.timeoutSeconds(), raw);
        Long heartbeat = seconds("HeartbeatSeconds", task.heartbeatSeconds(), raw);
        if (PayloadSize.exceeds(arguments, PayloadSize.LIMIT)) {
            throw DataFlow.tooBig(task);
        }
        current = new TaskAttempt(this, arguments, raw.contextObject(), token, role(raw));
        return current.begin(timeout, heartbeat);
    }

    private boolean needsToken() {
        return switch (task.resource()) {
            case TaskResource.Activity _ -> true;
            case TaskResource.Service s -> s.pattern() == TaskPattern.WAIT_FOR_TASK_TOKEN;
            case TaskResource.LambdaFunction _ -> false;
        };
    }

    private Long seconds(String field, Expression expression, EvaluationContext raw) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.evaluate(raw);
        if (value.isIntegralNumber() && value.longValue() > 0) {
            return value.longValue();
        }
        if (task.data().isJsonata()) {
            throw Results.unexpected(expression, field, "integer", value);
        }
        throw EvaluationFailure.runtime("The " + field
                + "Path parameter does not reference a positive integer: " + value);
    }

    private Optional<String> role(EvaluationContext raw) {
        if (task.credentials() != null) {
            JsonNode role = task.credentials().evaluate(raw).path("RoleArn");
            return Optional.ofNullable(role.textValue());
        }
        return Optional.ofNullable(execution().machine().roleArn());
    }

    /** The attempt has a result. */
    Outcome completed(JsonNode result) {
        return succeed(result);
    }

    /** The attempt has failed. */
    Outcome attemptFailed(ErrorOutput error, FailureOrigin origin) {
        return failed(error, origin);
    }

    @Override
    void abandon() {
        super.abandon();
        if (current != null) {
            current.abandon();
        }
    }
}
