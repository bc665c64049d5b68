package drivetrain.states.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskIntegration;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.task.TaskPattern;
import drivetrain.states.task.TaskResource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The integrations that need nothing but the engine: Step Functions itself, as
 * {@code states:startExecution} and as {@code aws-sdk:sfn}.
 */
final class SelfIntegrations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RandomGenerator random;
    private StatesEngine engine;

    SelfIntegrations(RandomGenerator random) {
        this.random = random;
    }

    void connect(StatesEngine connected) {
        engine = connected;
    }

    TaskIntegrations integrations() {
        return TaskIntegrations.builder().on("states:startExecution", this::startExecution)
                .on("aws-sdk:sfn:startExecution", plain(this::start))
                .on("aws-sdk:sfn:startSyncExecution", sdk(this::startSync))
                .on("aws-sdk:sfn:describeExecution", plain(a -> ExecutionAnswers.describe(
                        engine.executions().describe(text(a, "ExecutionArn")), false)))
                .on("aws-sdk:sfn:stopExecution", plain(this::stop))
                .on("aws-sdk:sfn:sendTaskSuccess", plain(this::sendTaskSuccess))
                .on("aws-sdk:sfn:sendTaskFailure", plain(this::sendTaskFailure))
                .on("aws-sdk:sfn:sendTaskHeartbeat", plain(this::sendTaskHeartbeat))
                .on("aws-sdk:sfn:getActivityTask", sdk(this::getActivityTask)).build();
    }

    /** The optimized integration: its errors begin with StepFunctions. */
    private CompletionStage<JsonNode> startExecution(TaskCall call) {
        TaskPattern pattern = ((TaskResource.Service) call.resource()).pattern();
        try {
            ExecutionDescription started = engine.executions().start(request(call.arguments()));
            JsonNode answer = ExecutionAnswers.started(started);
            if (pattern != TaskPattern.SYNC && pattern != TaskPattern.SYNC_2) {
                return CompletableFuture.completedFuture(answer);
            }
            call.submitted(answer);
            call.onAbandoned(() -> engine.executions().stop(started.executionArn(), null, null));
            return engine.executions().finished(started.executionArn())
                    .thenApply(d -> ended(d, pattern == TaskPattern.SYNC_2));
        } catch (StatesException e) {
            throw failure(true, e);
        }
    }

    private static JsonNode ended(ExecutionDescription description, boolean json) {
        if (description.status() != ExecutionStatus.SUCCEEDED) {
            throw new TaskFailure("States.TaskFailed",
                    ExecutionAnswers.describe(description, json).toString());
        }
        return ExecutionAnswers.describe(description, json);
    }

    /** The optimized integration tells errors in the words of the old SDK, aws-sdk in the new. */
    private TaskFailure failure(boolean optimized, StatesException e) {
        String request = RandomValues.uuid(random);
        String name = e.code().name().endsWith("Exception")
                ? e.code().name()
                : e.code() + "Exception";
        return optimized
                ? new TaskFailure("StepFunctions." + name, e.getMessage()
                        + " (Service: AWSStepFunctions; Status Code: 400; Error Code: " + e.code()
                        + "; Request ID: " + request + "; Proxy: null)")
                : new TaskFailure("Sfn." + name, e.getMessage()
                        + " (Service: Sfn, Status Code: 400, Request ID: " + request + ")");
    }

    private TaskIntegration sdk(Function<JsonNode, CompletionStage<JsonNode>> action) {
        return call -> {
            try {
                return action.apply(call.arguments());
            } catch (StatesException e) {
                throw failure(false, e);
            }
        };
    }

    private TaskIntegration plain(Function<JsonNode, JsonNode> action) {
        return sdk(a -> CompletableFuture.completedFuture(action.apply(a)));
    }

    private static StartExecution request(JsonNode arguments) {
        return new StartExecution(text(arguments, "StateMachineArn"),
                arguments.path("Name").textValue(), payload(arguments.get("Input")));
    }

    /** An input may be given as JSON or as its text. */
    private static JsonNode payload(JsonNode given) {
        if (given == null || given.isNull()) {
            return JSON.objectNode();
        }
        return given.isTextual() ? parsed(given.textValue()) : given;
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new StatesException(StatesException.Code.InvalidExecutionInput,
                    "Invalid State Machine Execution Input: '" + e.getOriginalMessage() + "'");
        }
    }

    private static String text(JsonNode arguments, String name) {
        JsonNode value = arguments.path(name);
        if (!value.isTextual()) {
            throw new StatesException(StatesException.Code.ValidationException,
                    "The parameter '" + name + "' is missing");
        }
        return value.textValue();
    }

    private JsonNode start(JsonNode arguments) {
        return ExecutionAnswers.started(engine.executions().start(request(arguments)));
    }

    private CompletionStage<JsonNode> startSync(JsonNode arguments) {
        StartExecution request = request(arguments);
        if (engine.stateMachines().describe(request.stateMachineArn())
                .type() != StateMachineType.EXPRESS) {
            throw new StatesException(StatesException.Code.StateMachineTypeNotSupported,
                    "This operation is not supported by this type of state machine");
        }
        return engine.executions().startSync(request)
                .thenApply(d -> ExecutionAnswers.describe(d, false));
    }

    private JsonNode stop(JsonNode arguments) {
        ExecutionDescription stopped = engine.executions().stop(text(arguments, "ExecutionArn"),
                arguments.path("Error").textValue(), arguments.path("Cause").textValue());
        return JSON.objectNode().put("StopDate", String.valueOf(stopped.stopDate()));
    }

    private JsonNode sendTaskSuccess(JsonNode arguments) {
        engine.taskTokens().succeed(text(arguments, "TaskToken"), payload(arguments.get("Output")));
        return JSON.objectNode();
    }

    private JsonNode sendTaskFailure(JsonNode arguments) {
        engine.taskTokens().fail(text(arguments, "TaskToken"),
                arguments.path("Error").textValue(), arguments.path("Cause").textValue());
        return JSON.objectNode();
    }

    private JsonNode sendTaskHeartbeat(JsonNode arguments) {
        engine.taskTokens().heartbeat(text(arguments, "TaskToken"));
        return JSON.objectNode();
    }

    private CompletionStage<JsonNode> getActivityTask(JsonNode arguments) {
        return engine.activities().poll(text(arguments, "ActivityArn"),
                arguments.path("WorkerName").textValue()).thenApply(work -> {
                    ObjectNode answer = JSON.objectNode();
                    work.ifPresent(w -> answer.put("Input", w.input().toString())
                            .put("TaskToken", w.taskToken()));
                    return answer;
                });
    }
}
