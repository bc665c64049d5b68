package drivetrain.states.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelfIntegrationsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VirtualScheduler time = new VirtualScheduler();
    private final StatesEngine engine = StatesEngine.on(time).random(new Random(1)).build();

    private String create(String name, StateMachineType type, String definition) {
        return engine.stateMachines().create(name, type, null, definition).arn();
    }

    private ExecutionDescription run(String definition, JsonNode input) {
        String arn = engine.executions()
                .start(new StartExecution(create("m", StateMachineType.STANDARD, definition), "e",
                        input))
                .executionArn();
        return time.runUntilDone(engine.executions().finished(arn));
    }

    private static String child(String pattern, String result) {
        return """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::%s", "Parameters": {
                    "StateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:child",
                    "Input": {"a": 1}}, "ResultSelector": {"r.$": "%s"}}}}
                """.formatted(pattern, result);
    }

    @Test
    void waitsForANestedExecution() {
        create("child", StateMachineType.STANDARD, """
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}}
                """);

        ExecutionDescription ended = run(child("states:startExecution.sync:2", "$.Output"),
                JSON.objectNode());

        assertThat(ended.output()).hasToString("{\"r\":{\"a\":1}}");
        assertThat(Duration.between(ended.startDate(), ended.stopDate()))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void failsWithANestedExecution() {
        create("child", StateMachineType.STANDARD, """
                {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Inner"}}}
                """);

        ExecutionDescription ended = run(child("states:startExecution.sync", "$.Output"),
                JSON.objectNode());

        assertThat(ended.error()).contains("States.TaskFailed");
        assertThat(ended.cause()).hasValueSatisfying(
                c -> assertThat(c).contains("\"Error\":\"Inner\"", "\"Status\":\"FAILED\""));
    }

    @Test
    void tellsThatTheChildDoesNotExist() {
        ExecutionDescription ended = run(child("states:startExecution", "$"), JSON.objectNode());

        assertThat(ended.error()).contains("StepFunctions.StateMachineDoesNotExistException");
        assertThat(ended.cause()).hasValueSatisfying(c -> assertThat(c)
                .contains("Service: AWSStepFunctions; Status Code: 400"));
    }

    @Test
    void runsAnExpressChildSynchronously() {
        create("child", StateMachineType.EXPRESS, """
                {"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": 7, "End": true}}}
                """);

        ExecutionDescription ended = run(child("aws-sdk:sfn:startSyncExecution", "$.Output"),
                JSON.objectNode());

        assertThat(ended.output()).hasToString("{\"r\":\"7\"}");
    }

    @Test
    void handsWorkToAWorkerAndExpectsItsHeartbeat() {
        String activity = engine.activities().create("assemble");
        String machine = create("m", StateMachineType.STANDARD, """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s",
                  "HeartbeatSeconds": 10, "TimeoutSeconds": 100, "End": true}}}
                """.formatted(activity));
        String arn = engine.executions()
                .start(new StartExecution(machine, "e", JSON.textNode("motor"))).executionArn();

        Activities.Work work = time.runUntilDone(engine.activities().poll(activity, "worker"))
                .orElseThrow();
        time.advance(Duration.ofSeconds(9));
        engine.taskTokens().heartbeat(work.taskToken());
        time.advance(Duration.ofSeconds(9));
        engine.taskTokens().succeed(work.taskToken(), JSON.textNode(work.input().asText() + "!"));
        time.advance(Duration.ZERO);

        assertThat(engine.executions().describe(arn).output()).hasToString("\"motor!\"");
        assertThatThrownBy(() -> engine.taskTokens().heartbeat(work.taskToken()))
                .isInstanceOfSatisfying(StatesException.class, e -> assertThat(e.code())
                        .isEqualTo(StatesException.Code.TaskTimedOut));
        assertThatThrownBy(() -> engine.taskTokens().heartbeat("made up"))
                .isInstanceOfSatisfying(StatesException.class, e -> assertThat(e.code())
                        .isEqualTo(StatesException.Code.InvalidToken));
    }

    @Test
    void timesOutAWorkerWithoutHeartbeat() {
        String activity = engine.activities().create("assemble");

        ExecutionDescription ended = run("""
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s",
                  "TimeoutSeconds": 30, "End": true}}}
                """.formatted(activity), JSON.objectNode());

        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.error()).contains("States.Timeout");
        assertThat(time.runUntilDone(engine.activities().poll(activity, null))).isEmpty();
    }

    @Test
    void catchesAMissingHeartbeatByItsOwnName() {
        String activity = engine.activities().create("assemble");
        String definition = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "%s", "Next": "Late",
                  "TimeoutSeconds": 100, "HeartbeatSeconds": 5,
                  "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Dead"}]},
                 "Dead": {"Type": "Succeed"}, "Late": {"Type": "Fail"}}}
                """.formatted(activity);
        String arn = engine.executions().start(new StartExecution(
                create("m", StateMachineType.STANDARD, definition), "e", JSON.objectNode()))
                .executionArn();
        time.runUntilDone(engine.activities().poll(activity, null));

        ExecutionDescription ended = time.runUntilDone(engine.executions().finished(arn));

        assertThat(ended.output()).hasToString("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
        assertThat(Duration.between(ended.startDate(), ended.stopDate())).hasSeconds(5);
    }

    @Test
    void refusesAResourceThatNothingServes() {
        assertThatThrownBy(() -> create("m", StateMachineType.STANDARD, """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::sns:publish"}}}
                """)).isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/States/A/Resource");
    }
}
