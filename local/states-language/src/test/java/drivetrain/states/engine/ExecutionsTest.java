package drivetrain.states.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExecutionsTest {

    private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
    private static final String WAIT = """
            {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {
              "Wait": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "Next": "Done"},
              "Done": {"Type": "Succeed", "Output": "{% {'sum': $states.input.s + 1} %}"}}}
            """;

    private final VirtualScheduler time = new VirtualScheduler();
    private final List<ExecutionStatus> told = new ArrayList<>();
    private final StatesEngine engine = StatesEngine.on(time).random(new Random(1))
            .listener(e -> told.add(e.status())).build();

    private String machine(String definition) {
        return engine.stateMachines()
                .create("machine", StateMachineType.STANDARD, null, definition).arn();
    }

    private static JsonNode seconds(int seconds) {
        return JsonNodeFactory.instance.objectNode().put("s", seconds);
    }

    @Test
    void skipsTheTimeOfAWait() {
        String machine = machine(WAIT);

        ExecutionDescription started = engine.executions()
                .start(new StartExecution(machine, "a", seconds(3600)));
        ExecutionDescription ended = time
                .runUntilDone(engine.executions().finished(started.executionArn()));

        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.output()).hasToString("{\"sum\":3601}");
        assertThat(Duration.between(ended.startDate(), ended.stopDate()))
                .isEqualTo(Duration.ofHours(1));
        assertThat(told).containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.SUCCEEDED);
    }

    @Test
    void anAliasRunsWhatWasPublishedUntilItIsPublishedAgain() {
        String machine = machine(WAIT);
        String alias = engine.stateMachines().publish(machine, "live");
        String changed = WAIT.replace("+ 1", "+ 2");
        engine.stateMachines().update(machine, changed);

        assertThat(alias).isEqualTo(machine + ":live");
        assertThat(sum(alias, "before")).isEqualTo(11);
        assertThat(sum(machine, "newest")).isEqualTo(12);
        engine.stateMachines().publish(machine, "live");
        assertThat(sum(alias, "after")).isEqualTo(12);
        assertThat(engine.executions().list(alias, null)).hasSize(3)
                .allSatisfy(one -> assertThat(one.stateMachineArn()).isEqualTo(machine));
    }

    private int sum(String machine, String name) {
        ExecutionDescription started = engine.executions()
                .start(new StartExecution(machine, name, seconds(10)));
        return time.runUntilDone(engine.executions().finished(started.executionArn()))
                .output().path("sum").asInt();
    }

    @Test
    void anAliasGoesWithItsMachineAndIsNoNumber() {
        String machine = machine(WAIT);
        String alias = engine.stateMachines().publish(machine, "live");
        assertThatThrownBy(() -> engine.stateMachines().publish(machine, "12"))
                .hasMessage("Invalid Name: '12'");

        engine.stateMachines().delete(machine);

        assertThatThrownBy(() -> engine.stateMachines().describe(alias))
                .hasMessage("State Machine Does Not Exist: '" + alias + "'");
    }

    @Test
    void remembersAStandardExecutionHoweverManyExpressOnesFollowIt() {
        StatesEngine forgetful = StatesEngine.on(time).rememberFinished(2).build();
        String standard = forgetful.stateMachines()
                .create("standard", StateMachineType.STANDARD, null, WAIT).arn();
        String express = forgetful.stateMachines()
                .create("express", StateMachineType.EXPRESS, null, WAIT).arn();
        String first = forgetful.executions()
                .start(new StartExecution(standard, "order-1", seconds(1))).executionArn();
        time.runUntilIdle();

        List<String> nested = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nested.add(time.runUntilDone(forgetful.executions()
                    .startSync(new StartExecution(express, null, seconds(1)))).executionArn());
        }

        assertThat(forgetful.executions().describe(first).status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(forgetful.executions().describe(nested.get(2)).status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThatThrownBy(() -> forgetful.executions().describe(nested.get(0)))
                .isInstanceOf(StatesException.class);
    }

    @Test
    void answersTheRunningExecutionWhenItIsStartedAgainWithTheSameInput() {
        String machine = machine(WAIT);
        StartExecution request = new StartExecution(machine, "a", seconds(10));

        String first = engine.executions().start(request).executionArn();
        String second = engine.executions().start(request).executionArn();

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(
                () -> engine.executions().start(new StartExecution(machine, "a", EMPTY)))
                .isInstanceOfSatisfying(StatesException.class, e -> assertThat(e.code())
                        .isEqualTo(StatesException.Code.ExecutionAlreadyExists));
        time.runUntilIdle();
        assertThatThrownBy(() -> engine.executions().start(request))
                .isInstanceOf(StatesException.class);
    }

    @Test
    void stopsARunningExecution() {
        String machine = machine(WAIT);
        String arn = engine.executions().start(new StartExecution(machine, "a", seconds(10)))
                .executionArn();
        time.advance(Duration.ofSeconds(1));

        engine.executions().stop(arn, "Enough", "of this");
        time.runUntilIdle();

        ExecutionDescription ended = engine.executions().describe(arn);
        assertThat(ended.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(ended.error()).contains("Enough");
        assertThat(engine.executions().list(machine, ExecutionStatus.ABORTED)).hasSize(1);
        assertThat(engine.executions().list(machine, ExecutionStatus.RUNNING)).isEmpty();
    }
}
