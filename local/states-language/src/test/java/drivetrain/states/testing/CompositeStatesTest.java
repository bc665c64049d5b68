package drivetrain.states.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.history.EventType;
import drivetrain.states.history.HistoryEvent;
import drivetrain.states.task.TaskFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeStatesTest {

    private static final String LAMBDA = "\"Resource\":\"arn:aws:states:::lambda:invoke\"";

    private static List<EventType> types(WorkflowRun run) {
        return run.history().stream().map(HistoryEvent::type).toList();
    }

    private static String parallel() {
        return """
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Left", "States": {"Left": {"Type": "Task", %1$s, "End": true}}},
                  {"StartAt": "Right", "States": {"Right": {"Type": "Task", %1$s, "End": true}}}]}}}
                """.formatted(LAMBDA);
    }

    private static String map(String settings) {
        return """
                {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": {"Type": "Map",
                  "End": true, %s "ItemProcessor": {%s "StartAt": "One", "States": {
                    "One": {"Type": "Task", %s, "Arguments": "{%% $states.input %%}",
                            "End": true}}}}}}
                """.formatted(settings,
                settings.contains("Tolerated")
                        ? "\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\","
                                + "\"ExecutionType\":\"STANDARD\"},"
                        : "",
                LAMBDA);
    }

    private static JsonNode refuseTwo(JsonNode item) {
        if (item.asInt() == 2) {
            throw new TaskFailure("TwoIsRefused", "two");
        }
        return item;
    }

    @Test
    void abandonsTheOtherBranchesWhenOneFails() {
        Workflow workflow = Workflow.of(parallel());
        workflow.mock("Left").fails("Broken").after(Duration.ofSeconds(5));
        workflow.mock("Right").neverAnswers();

        WorkflowRun run = workflow.run("{}");

        assertThat(run.error()).isEqualTo("Broken");
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(types(run)).containsSubsequence(EventType.TaskFailed,
                EventType.TaskStateAborted, EventType.ParallelStateFailed,
                EventType.ExecutionFailed);
    }

    @Test
    void redrivesOnlyTheBranchThatFailed() {
        Workflow workflow = Workflow.of(parallel());
        workflow.mock("Left").returns("1");
        workflow.mock("Right").fails("Broken").after(Duration.ofSeconds(1)).thenReturns("2");

        WorkflowRun run = workflow.run("{}").redrive().finish();

        assertThat(run.output()).hasToString("[1,2]");
        assertThat(workflow.mock("Left").calls()).hasSize(1);
        assertThat(workflow.mock("Right").calls()).hasSize(2);
    }

    @Test
    void failsAnInlineMapWithTheErrorOfItsIteration() {
        Workflow workflow = Workflow.of(map("\"MaxConcurrency\": 1,"));
        workflow.mock("One").answers(CompositeStatesTest::refuseTwo);

        WorkflowRun run = workflow.run("[1, 2, 3]");

        assertThat(run.error()).isEqualTo("TwoIsRefused");
        assertThat(types(run)).containsSubsequence(EventType.MapIterationSucceeded,
                EventType.MapIterationFailed, EventType.MapStateFailed);
    }

    @Test
    void keepsTheIterationsThatSucceededWhenAMapIsRedriven() {
        Workflow workflow = Workflow.of(map("\"MaxConcurrency\": 1,"));
        workflow.mock("One").returns("\"a\"").thenFails("Broken").thenReturns("\"b\"");

        WorkflowRun run = workflow.run("[1, 2, 3]").redrive().finish();

        assertThat(run.output()).hasToString("[\"a\",\"b\",\"b\"]");
        assertThat(workflow.mock("One").calls()).map(JsonNode::asInt).containsExactly(1, 2, 2, 3);
    }

    @Test
    void toleratesFailuresOfADistributedMap() {
        Workflow workflow = Workflow.of(map("\"ToleratedFailureCount\": 1,"));
        workflow.mock("One").answers(CompositeStatesTest::refuseTwo);

        assertThat(workflow.run("[1, 2, 3]").output()).hasToString("[1,3]");
        assertThat(workflow.run("[2, 2, 3]").error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void runsAtMostAsManyIterationsAtOnceAsItIsTold() {
        Workflow workflow = Workflow.of(map("\"MaxConcurrency\": 2,"));
        workflow.mock("One").returns("0").after(Duration.ofSeconds(10));

        WorkflowRun run = workflow.run("[1, 2, 3, 4, 5]");

        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(run.output()).hasSize(5);
    }

    @Test
    void keepsTheVariablesOfABranchToItself() {
        Workflow workflow = Workflow.of("""
                {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
                  "Set": {"Type": "Pass", "Assign": {"x": 1}, "Next": "In"},
                  "In": {"Type": "Parallel", "Branches": [{"StartAt": "Y", "States": {
                    "Y": {"Type": "Pass", "Assign": {"y": "{% $x + 1 %}"}, "Next": "Z"},
                    "Z": {"Type": "Pass", "Output": "{% $x + $y %}", "End": true}}}],
                    "Output": "{% {'sum': $states.result[0], 'y': $exists($y)} %}", "End": true}}}
                """);

        assertThat(workflow.run("{}").output()).hasToString("{\"sum\":3,\"y\":false}");
    }

    @Test
    void stopsAndTellsSo() {
        Workflow workflow = Workflow.of(parallel());
        workflow.mock("Left").neverAnswers();
        workflow.mock("Right").neverAnswers();

        WorkflowRun run = workflow.start("{}").stop();

        assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(types(run)).endsWith(EventType.ExecutionAborted);
    }
}
