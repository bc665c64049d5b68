package drivetrain.states.testing;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.task.TaskResource;
import drivetrain.states.time.VirtualScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A workflow under test, with mocks for its tasks, in virtual time. Every run of it is the same:
 * chance is seeded. Not thread-safe.
 */
public final class Workflow {

    private static final String NAME = "workflow-under-test";

    private final VirtualScheduler time = new VirtualScheduler();
    private final Map<String, TaskMock> byState = new HashMap<>();
    private final Map<String, TaskMock> byResource = new HashMap<>();
    private final StatesEngine engine;
    private final String machine;
    private int runs;

    private Workflow(String definition, StateMachineType type, long seed) {
        engine = StatesEngine.on(time).random(new Random(seed))
                .integrations(TaskIntegrations.builder().on("*", this::call).build()).build();
        machine = engine.stateMachines().create(NAME, type, null, definition).arn();
    }

    /**
     * A Standard workflow.
     *
     * @param definition Amazon States Language, in JSON
     * @return ready to be mocked and run
     * @throws drivetrain.states.InvalidDefinitionException with every problem at once
     */
    public static Workflow of(String definition) {
        return new Workflow(definition, StateMachineType.STANDARD, 1);
    }

    /**
     * A Standard workflow in a file.
     *
     * @param file Amazon States Language, in JSON
     * @return ready to be mocked and run
     */
    public static Workflow of(Path file) {
        return of(read(file));
    }

    /**
     * An Express workflow.
     *
     * @param definition Amazon States Language, in JSON
     * @return ready to be mocked and run
     */
    public static Workflow express(String definition) {
        return new Workflow(definition, StateMachineType.EXPRESS, 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mock of a Task state; it comes before the mock of its resource.
     *
     * @param stateName the name of the state
     * @return always the same for a name
     */
    public TaskMock mock(String stateName) {
        return byState.computeIfAbsent(stateName, _ -> new TaskMock());
    }

    /**
     * The mock of a resource.
     *
     * @param resource the whole ARN, or {@code service:action}
     * @return always the same for a resource
     */
    public TaskMock mockResource(String resource) {
        return byResource.computeIfAbsent(resource, _ -> new TaskMock());
    }

    /**
     * Starts an execution and lets it run as far as it gets without time passing.
     *
     * @param input the text of the input
     * @return the run
     */
    public WorkflowRun start(String input) {
        String name = "run-" + ++runs;
        String arn = engine.executions()
                .start(new StartExecution(machine, name, Json.parse(input))).executionArn();
        WorkflowRun run = new WorkflowRun(engine, time, arn);
        run.skip(Duration.ZERO);
        return run;
    }

    /**
     * Starts an execution and skips time until it has finished.
     *
     * @param input the text of the input
     * @return the finished run
     * @throws IllegalStateException if it waits for something that no timer brings
     */
    public WorkflowRun run(String input) {
        return start(input).finish();
    }

    private CompletionStage<JsonNode> call(TaskCall call) {
        TaskMock.Behaviour behaviour = find(call).called(call.arguments());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        if (behaviour.answer() != null) {
            time.schedule(behaviour.delay(), () -> answer(answer, call, behaviour));
        }
        return answer;
    }

    private static void answer(CompletableFuture<JsonNode> answer, TaskCall call,
            TaskMock.Behaviour behaviour) {
        try {
            answer.complete(behaviour.answer().apply(call.arguments()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private TaskMock find(TaskCall call) {
        TaskMock mock = byState.get(call.stateName());
        if (mock == null) {
            mock = byResource.get(call.resource().arn());
        }
        if (mock == null && call.resource() instanceof TaskResource.Service service) {
            mock = byResource.get(service.key());
        }
        if (mock == null) {
            throw new TaskFailure("States.Runtime", "Nothing mocks the state '" + call.stateName()
                    + "' or its resource " + call.resource().arn());
        }
        return mock;
    }
}
