package drivetrain.states.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.states.ExecutionStatus;
import drivetrain.states.history.EventType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private static final String CHECKOUT = """
            {"QueryLanguage": "JSONata", "StartAt": "Reserve", "States": {
              "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "reserve", "Payload": "{% $states.input %}"},
                "Assign": {"reservation": "{% $states.result.id %}"},
                "Retry": [{"ErrorEquals": ["Throttled"], "IntervalSeconds": 2, "BackoffRate": 3,
                           "MaxAttempts": 3}],
                "Catch": [{"ErrorEquals": ["OutOfStock"], "Next": "Rejected",
                           "Output": {"why": "{% $states.errorOutput.Error %}"}}],
                "Next": "Pay"},
              "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "TimeoutSeconds": 30, "Arguments": {"FunctionName": "pay"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Release"}],
                "Output": {"reservation": "{% $reservation %}"}, "End": true},
              "Release": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"reservation": "{% $reservation %}"}, "Next": "Rejected"},
              "Rejected": {"Type": "Fail", "Error": "Rejected"}}}
            """;

    private final Workflow workflow = Workflow.of(CHECKOUT);

    @Test
    void retriesATaskThatFailsTwiceAndThenSucceeds() {
        workflow.mock("Reserve").fails("Throttled").times(2).thenReturns("{\"id\": \"r-1\"}");
        workflow.mock("Pay").returns("{}");

        WorkflowRun run = workflow.run("{\"sku\": \"m-1\"}");

        assertThat(run.path()).containsExactly("Reserve", "Pay");
        assertThat(run.output()).hasToString("{\"reservation\":\"r-1\"}");
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(2 + 6));
        assertThat(workflow.mock("Reserve").calls()).hasSize(3).first()
                .hasToString("{\"FunctionName\":\"reserve\",\"Payload\":{\"sku\":\"m-1\"}}");
    }

    @Test
    void compensatesAfterATimeout() {
        workflow.mock("Reserve").returns("{\"id\": \"r-1\"}");
        workflow.mock("Pay").neverAnswers();
        workflow.mock("Release").returns("{}");

        WorkflowRun run = workflow.run("{}");

        assertThat(run.path()).containsExactly("Reserve", "Pay", "Release", "Rejected");
        assertThat(workflow.mock("Release").calls()).singleElement()
                .hasToString("{\"reservation\":\"r-1\"}");
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(run.error()).isEqualTo("Rejected");
    }

    @Test
    void givesUpWhenTheRetriesAreUsedUp() {
        workflow.mock("Reserve").fails("Throttled");

        WorkflowRun run = workflow.run("{}");

        assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.error()).isEqualTo("Throttled");
        assertThat(workflow.mock("Reserve").calls()).hasSize(4);
    }

    @Test
    void redrivesFromTheStateThatFailed() {
        workflow.mock("Reserve").returns("{\"id\": \"r-1\"}");
        workflow.mock("Pay").fails("Declined").thenReturns("{}");
        workflow.mock("Release").fails("Broken").thenReturns("{}");

        WorkflowRun run = workflow.run("{}");
        assertThat(run.error()).isEqualTo("Broken");
        run.redrive().finish();

        assertThat(run.path()).containsExactly("Reserve", "Pay", "Release", "Rejected");
        assertThat(run.error()).isEqualTo("Rejected");
        assertThat(run.description().redriveCount()).isEqualTo(1);
        assertThat(run.history()).extracting(e -> e.type())
                .contains(EventType.ExecutionRedriven);
        assertThat(workflow.mock("Reserve").calls()).hasSize(1);
    }

    @Test
    void mocksByResource() {
        workflow.mockResource("lambda:invoke").answers(arguments -> arguments);

        WorkflowRun run = workflow.start("{}").finish();

        assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.error()).isEqualTo("States.QueryEvaluationError");
    }

    @Test
    void saysWhatIsNotMocked() {
        WorkflowRun run = workflow.run("{}");

        assertThat(run.cause()).contains("Nothing mocks the state 'Reserve'");
    }

    @Test
    void waitsForATaskToken() {
        Workflow callback = Workflow.of("""
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"MessageBody.$": "$$.Task.Token"}}}}
                """);
        callback.mock("Ask").returns("{}");

        WorkflowRun run = callback.start("{}").skip(Duration.ofHours(1));
        assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThatThrownBy(run::finish).isInstanceOf(IllegalStateException.class);
        String token = callback.mock("Ask").calls().getFirst().get("MessageBody").textValue();
        run.succeedTask(token, "{\"answer\": 42}");

        assertThat(run.output()).hasToString("{\"answer\":42}");
    }
}
