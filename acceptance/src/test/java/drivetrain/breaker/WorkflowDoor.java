package drivetrain.breaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.acceptance.LocalSystem;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskIntegrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The door of the workflow {@code guarded-call}, as it would be deployed, on DynamoDB Local. */
final class WorkflowDoor extends Door {
    private static final JsonMapper JSON = new JsonMapper();

    private final StatesEngine engine;
    private final String workflow;
    private final DynamoDbTask tables;
    private final Deque<Invocation> invocations = new ArrayDeque<>();
    /** What went to the bus. */
    final List<JsonNode> events = new ArrayList<>();
    /** What the last call answered, failed with, and went through. */
    ExecutionDescription last;
    boolean tableIsDown;

    private record Invocation(Behaviour behaviour, Runnable meanwhile) {}

    WorkflowDoor(DynamoDbClient dynamoDb, String table, long seed) {
        super(dynamoDb, table);
        this.tables = new DynamoDbTask(dynamoDb);
        this.engine = StatesEngine.on(time).random(new Random(seed))
                .integrations(TaskIntegrations.builder().on("dynamodb:*", this::reach)
                        .on("lambda:invoke", _ -> function())
                        .on("events:putEvents", this::publish).build())
                .build();
        this.workflow = engine.stateMachines()
                .create("guarded-call", StateMachineType.EXPRESS, null, definition(table)).arn();
    }

    private static String definition(String table) {
        try {
            return Files.readString(LocalSystem.templateOfThisProject()
                    .resolveSibling("step-functions/guarded-call.asl.json"))
                    .replace("${Circuits}", table).replace("${CircuitSettings}", settings())
                    .replace("${Bus}", "bus");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings() {
        return "{'%s': {'windowMillis': %d, 'minimumFailures': %d, 'minimumCallers': %d,"
                .formatted(CIRCUIT, SETTINGS.window().toMillis(), SETTINGS.minimumFailures(),
                        SETTINGS.minimumCallers())
                + " 'failureRate': %s, 'slowCallMillis': %d, 'openTimeMillis': %d,"
                        .formatted(SETTINGS.failureRate(), SETTINGS.slowCall().toMillis(),
                                SETTINGS.openTime().toMillis())
                + " 'openTimeCapMillis': %d, 'probesToClose': %d, 'probeLeaseMillis': %d,"
                        .formatted(SETTINGS.openTimeCap().toMillis(), SETTINGS.probesToClose(),
                                SETTINGS.probeLease().toMillis())
                + " 'successSample': %d}}".formatted(SETTINGS.successSample());
    }

    @Override
    Verdict call(String caller, Behaviour behaviour, Runnable meanwhile) {
        invocations.push(new Invocation(behaviour, meanwhile));
        int before = calls;
        last = call(CIRCUIT, caller);
        if (calls == before) {
            invocations.pop();
        }
        if (last.status() != ExecutionStatus.SUCCEEDED) {
            return Verdict.FAILED;
        }
        return last.output().path("outcome").asText().equals("CIRCUIT_OPEN")
                ? Verdict.SHORT_CIRCUITED
                : Verdict.ANSWERED;
    }

    /** Runs the workflow. */
    ExecutionDescription call(String circuit, String caller) {
        ObjectNode input = JSON.createObjectNode().put("circuit", circuit).put("caller", caller)
                .put("functionName", "BookShipment");
        input.putObject("payload").put("correlationId", "c-1");
        return time.runUntilDone(
                engine.executions().startSync(new StartExecution(workflow, null, input)));
    }

    /** The states that the last call went through. */
    List<String> path() {
        return engine.executions().history(last.executionArn()).stream()
                .filter(event -> event.type().name().endsWith("StateEntered"))
                .map(event -> event.detail("name").asText()).toList();
    }

    private CompletionStage<JsonNode> reach(TaskCall call) {
        if (tableIsDown) {
            throw new TaskFailure("DynamoDB.InternalServerErrorException", "down");
        }
        return CompletableFuture.completedFuture(tables.call(call));
    }

    private CompletionStage<JsonNode> publish(TaskCall call) {
        call.arguments().path("Entries").forEach(events::add);
        return CompletableFuture.completedFuture(
                JSON.createObjectNode().put("FailedEntryCount", 0));
    }

    private CompletionStage<JsonNode> function() {
        calls++;
        Invocation invocation = invocations.pop();
        invocation.meanwhile().run();
        return switch (invocation.behaviour()) {
            case ANSWERS -> answer("BOOKED", Duration.ZERO);
            case REFUSES -> answer("DECLINED", Duration.ZERO);
            case ANSWERS_SLOWLY -> answer("BOOKED", SLOW);
            case FINDS_THE_DEPENDENCY_DOWN ->
                throw new TaskFailure("drivetrain.kernel.DependencyUnavailable", "down");
            case FINDS_THE_DEPENDENCY_SILENT ->
                throw new TaskFailure("drivetrain.kernel.DependencyTimeout", "silent");
            case IS_BROKEN -> throw new TaskFailure("java.lang.NullPointerException", "a bug");
        };
    }

    private CompletionStage<JsonNode> answer(String outcome, Duration delay) {
        ObjectNode result = JSON.createObjectNode();
        result.putObject("Payload").put("outcome", outcome);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        time.schedule(delay, () -> answer.complete(result));
        return answer;
    }
}
