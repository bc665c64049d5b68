package drivetrain.local.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.aws.AwsService;
import drivetrain.states.Diagnostic;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.history.HistoryEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The API of Step Functions (AWS Step Functions API Reference) over the local engine. */
final class StepFunctionsApi implements AwsService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HISTORY_PAGE = 100;

    private final StatesEngine engine;
    private final Map<String, UnaryOperator<JsonNode>> operations = new TreeMap<>();

    StepFunctionsApi(StatesEngine engine) {
        this.engine = engine;
        operations.put("DescribeExecution", request -> ExecutionAnswers
                .description(engine.executions().describe(text(request, "executionArn"))));
        operations.put("DescribeStateMachine", request -> ExecutionAnswers
                .machineDescription(engine.stateMachines()
                        .describe(text(request, "stateMachineArn"))));
        operations.put("DescribeStateMachineForExecution", this::machineOfExecution);
        operations.put("GetActivityTask", this::activityTask);
        operations.put("GetExecutionHistory", this::history);
        operations.put("ListExecutions", this::executions);
        operations.put("ListStateMachines", this::machines);
        operations.put("RedriveExecution", this::redrive);
        operations.put("SendTaskFailure", this::taskFailed);
        operations.put("SendTaskHeartbeat", this::taskAlive);
        operations.put("SendTaskSuccess", this::taskSucceeded);
        operations.put("StartExecution", this::start);
        operations.put("StartSyncExecution", request -> ExecutionAnswers.synchronous(
                engine.executions().startSync(startRequest(request)).toCompletableFuture().join()));
        operations.put("StopExecution", this::stop);
        operations.put("ValidateStateMachineDefinition", this::validate);
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        UnaryOperator<JsonNode> known = operations.get(operation);
        if (known == null) {
            throw new AwsFailure(400, "UnknownOperationException",
                    "The local Step Functions has no " + operation + "; it has "
                            + String.join(", ", operations.keySet()));
        }
        try {
            return known.apply(request);
        } catch (StatesException e) {
            throw new AwsFailure(400, e.code().name(), e.getMessage());
        }
    }

    private JsonNode start(JsonNode request) {
        ExecutionDescription started = engine.executions().start(startRequest(request));
        return answer().put("executionArn", started.executionArn()).put("startDate",
                ExecutionAnswers.seconds(started.startDate()));
    }

    private static StartExecution startRequest(JsonNode request) {
        String input = request.path("input").asText("{}");
        return new StartExecution(text(request, "stateMachineArn"),
                request.path("name").textValue(), json(input, "InvalidExecutionInput"));
    }

    private JsonNode stop(JsonNode request) {
        ExecutionDescription stopped = engine.executions().stop(text(request, "executionArn"),
                request.path("error").textValue(), request.path("cause").textValue());
        ExecutionDescription last = stopped.stopDate() != null
                ? stopped
                : engine.executions().finished(stopped.executionArn()).toCompletableFuture().join();
        return answer().put("stopDate", ExecutionAnswers.seconds(last.stopDate()));
    }

    private JsonNode redrive(JsonNode request) {
        ExecutionDescription redriven = engine.executions()
                .redrive(text(request, "executionArn"));
        return answer().put("redriveDate", ExecutionAnswers.seconds(redriven.redriveDate()));
    }

    private JsonNode history(JsonNode request) {
        List<HistoryEvent> events = engine.executions().history(text(request, "executionArn"));
        boolean withData = request.path("includeExecutionData").asBoolean(true);
        ObjectNode answer = answer();
        Pages.page(request, request.path("reverseOrder").asBoolean() ? events.reversed() : events,
                HISTORY_PAGE, answer.putArray("events"), answer,
                event -> ExecutionAnswers.event(event, withData));
        return answer;
    }

    private JsonNode executions(JsonNode request) {
        String filter = request.path("statusFilter").asText("");
        List<ExecutionDescription> executions = engine.executions()
                .list(text(request, "stateMachineArn"), filter.isEmpty() ? null : status(filter));
        ObjectNode answer = answer();
        Pages.page(request, executions, HISTORY_PAGE, answer.putArray("executions"), answer,
                ExecutionAnswers::summary);
        return answer;
    }

    private static ExecutionStatus status(String name) {
        return Arrays.stream(ExecutionStatus.values()).filter(one -> one.name().equals(name))
                .findFirst().orElseThrow(
                        () -> invalid("statusFilter must be one of "
                                + Arrays.toString(ExecutionStatus.values())));
    }

    private JsonNode machines(JsonNode request) {
        ObjectNode answer = answer();
        Pages.page(request, engine.stateMachines().list(), HISTORY_PAGE,
                answer.putArray("stateMachines"), answer, ExecutionAnswers::machine);
        return answer;
    }

    private JsonNode machineOfExecution(JsonNode request) {
        String arn = engine.executions().describe(text(request, "executionArn")).stateMachineArn();
        return ExecutionAnswers.machineDescription(engine.stateMachines().describe(arn));
    }

    private JsonNode taskSucceeded(JsonNode request) {
        engine.taskTokens().succeed(text(request, "taskToken"),
                json(text(request, "output"), "InvalidOutput"));
        return answer();
    }

    private JsonNode taskFailed(JsonNode request) {
        engine.taskTokens().fail(text(request, "taskToken"), request.path("error").textValue(),
                request.path("cause").textValue());
        return answer();
    }

    private JsonNode taskAlive(JsonNode request) {
        engine.taskTokens().heartbeat(text(request, "taskToken"));
        return answer();
    }

    private JsonNode activityTask(JsonNode request) {
        ObjectNode answer = answer();
        engine.activities().poll(text(request, "activityArn"),
                request.path("workerName").textValue()).toCompletableFuture().join()
                .ifPresent(work -> answer.put("taskToken", work.taskToken()).put("input",
                        work.input().toString()));
        return answer;
    }

    private JsonNode validate(JsonNode request) {
        StateMachineType type = request.path("type").asText().equals("EXPRESS")
                ? StateMachineType.EXPRESS
                : StateMachineType.STANDARD;
        List<Diagnostic> found = engine.stateMachines().validate(text(request, "definition"), type);
        ObjectNode answer = answer().put("truncated", false).put("result", found.stream()
                .anyMatch(one -> one.severity() == Diagnostic.Severity.ERROR) ? "FAIL" : "OK");
        var diagnostics = answer.putArray("diagnostics");
        found.forEach(one -> diagnostics.addObject().put("severity", one.severity().name())
                .put("code", one.code()).put("message", one.message())
                .put("location", one.location()));
        return answer;
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String text(JsonNode request, String name) {
        String value = request.path(name).textValue();
        if (value == null || value.isEmpty()) {
            throw invalid(name + " is missing");
        }
        return value;
    }

    private static AwsFailure invalid(String message) {
        return new AwsFailure(400, "ValidationException", message);
    }

    private static JsonNode json(String text, String code) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AwsFailure(400, code, "Invalid JSON: " + e.getOriginalMessage());
        }
    }
}
