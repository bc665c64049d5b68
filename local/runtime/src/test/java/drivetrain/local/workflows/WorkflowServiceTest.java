package drivetrain.local.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsCall;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.iam.Permissions;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.TemplateException;
import drivetrain.local.template.WorkflowResource;
import drivetrain.states.time.RealScheduler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowServiceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:000000000000:function:test-Charge";

    private final Deque<InvocationResult> answers = new ArrayDeque<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<ObjectNode> events = new LinkedBlockingQueue<>();
    private final Meter meter = new Meter();
    private AwsFailure awsFailure;
    private CompletableFuture<InvocationResult> slowAnswer;
    private final RealScheduler scheduler = new RealScheduler();
    private WorkflowService workflows;

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void invokesFunctionsAndTellsOfEachChangeOfStatus() throws Exception {
        start(task(FUNCTION, "", "\"Output\": \"{% $states.result.paid %}\""));
        answers.add(success("{\"paid\": 12}"));

        JsonNode execution = finished(execute("{\"orderId\": \"o1\"}"));

        assertThat(execution.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(execution.path("output").asText()).isEqualTo("12");
        assertThat(calls).containsExactly(FUNCTION + " {\"orderId\":\"o1\"}");
        assertThat(events.take().at("/detail/status").asText()).isEqualTo("RUNNING");
        ObjectNode event = events.take();
        assertThat(event.path("source").asText()).isEqualTo("aws.states");
        assertThat(event.path("detail-type").asText())
                .isEqualTo("Step Functions Execution Status Change");
        assertThat(event.at("/detail/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(event.at("/detail/input").asText()).isEqualTo("{\"orderId\":\"o1\"}");
        assertThat(event.at("/resources/0")).isEqualTo(event.at("/detail/executionArn"));
    }

    @Test
    void retriesByErrorTypeWithScaledWaitsAndThenCatches() throws Exception {
        start(task("arn:aws:states:::lambda:invoke",
                "\"Arguments\": {\"FunctionName\": \"test-Charge\", \"Payload\": {\"n\": 1}},",
                """
                        "Retry": [{"ErrorEquals": ["shop.Busy", "Lambda.TooManyRequestsException"],
                          "IntervalSeconds": 3600, "MaxAttempts": 3}],
                        "Catch": [{"ErrorEquals": ["shop.Broken"], "Next": "Caught",
                          "Output": "{% $states.errorOutput %}"}]"""));
        answers.add(failure("shop.Busy"));
        answers.add(new InvocationResult(429, Optional.of("TooManyRequestsException"),
                "{\"Message\":\"Rate Exceeded.\"}".getBytes(StandardCharsets.UTF_8)));
        answers.add(failure("shop.Broken"));

        JsonNode execution = finished(execute("{}"));

        JsonNode output = JSON.readTree(execution.path("output").asText());
        assertThat(calls).hasSize(3).allMatch("test-Charge {\"n\":1}"::equals);
        assertThat(output.path("Error").asText()).isEqualTo("shop.Broken");
        assertThat(JSON.readTree(output.path("Cause").asText()).path("errorType").asText())
                .isEqualTo("shop.Broken");
    }

    @Test
    void metersTheStartEachStateAndEachRetry() throws Exception {
        start(task(FUNCTION, "", """
                "Retry": [{"ErrorEquals": ["shop.Busy"], "MaxAttempts": 3}],
                "Catch": [{"ErrorEquals": ["shop.Broken"], "Next": "Caught"}]"""));
        answers.add(failure("shop.Busy"));
        answers.add(failure("shop.Broken"));

        finished(execute("{}"));
        events.take();
        events.take();

        assertThat(meter.usage()).containsExactly(new Usage(
                new Use("states", "states", "StateTransition", "test-Flow"), 1, 0, 4));
    }

    @Test
    void doesNotScaleTimeouts() throws Exception {
        start(task(FUNCTION, "\"TimeoutSeconds\": 1,", "\"Output\": \"{% $states.result %}\""));
        CompletableFuture<InvocationResult> late = new CompletableFuture<>();
        late.completeOnTimeout(success("7"), 300, TimeUnit.MILLISECONDS);
        slowAnswer = late;

        assertThat(finished(execute("{}")).path("output").asText()).isEqualTo("7");
    }

    @Test
    void callsServicesAndNamesTheirErrors() throws Exception {
        start(task("arn:aws:states:::dynamodb:putItem",
                "\"Arguments\": {\"TableName\": \"Orders\"},",
                "\"Output\": \"{% $states.result %}\""));
        awsFailure = new AwsFailure(400, "ConditionalCheckFailedException", "no");

        JsonNode execution = finished(execute("{}"));

        assertThat(calls).containsExactly("dynamodb.PutItem {\"TableName\":\"Orders\"}");
        assertThat(execution.path("error").asText())
                .isEqualTo("DynamoDB.ConditionalCheckFailedException");
    }

    @Test
    void sendsJsonAsTextWhereTheServiceTakesText() throws Exception {
        start(task("arn:aws:states:::sqs:sendMessage",
                "\"Arguments\": {\"QueueUrl\": \"u\", \"MessageBody\": {\"a\": 1}},",
                "\"Output\": \"{% $states.result %}\""));

        assertThat(finished(execute("{}")).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(calls).containsExactly(
                "sqs.SendMessage {\"QueueUrl\":\"u\",\"MessageBody\":\"{\\\"a\\\":1}\"}");
    }

    @Test
    void answersTheApiOfStepFunctions() throws Exception {
        start(task(FUNCTION, "", "\"Output\": \"{% $states.result %}\""));
        answers.add(failure("shop.Broken"));
        answers.add(success("\"done\""));
        String arn = execute("{}");
        JsonNode failed = finished(arn);
        assertThat(failed.path("redriveStatus").asText()).isEqualTo("REDRIVABLE");

        call("RedriveExecution", "{\"executionArn\": \"" + arn + "\"}");
        JsonNode redriven = finished(arn);

        JsonNode history = call("GetExecutionHistory",
                "{\"executionArn\": \"" + arn + "\", \"maxResults\": 3}");
        JsonNode rest = call("GetExecutionHistory", "{\"executionArn\": \"" + arn
                + "\", \"nextToken\": \"" + history.path("nextToken").asText() + "\"}");
        JsonNode listed = call("ListExecutions", "{\"stateMachineArn\": \"" + machine()
                + "\", \"statusFilter\": \"SUCCEEDED\"}");
        assertThat(redriven.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(redriven.path("redriveCount").asInt()).isOne();
        assertThat(history.path("events")).hasSize(3);
        assertThat(history.at("/events/0/type").asText()).isEqualTo("ExecutionStarted");
        assertThat(rest.path("events").findValuesAsText("type")).contains("ExecutionRedriven",
                "ExecutionSucceeded");
        assertThat(listed.at("/executions/0/executionArn").asText()).isEqualTo(arn);
        assertThat(call("ListStateMachines", "{}").at("/stateMachines/0/name").asText())
                .isEqualTo("test-Flow");
        assertThatThrownBy(() -> call("DescribeExecution", "{\"executionArn\": \"x\"}"))
                .isInstanceOf(AwsFailure.class);
        assertThatThrownBy(() -> call("Guess", "{}")).hasMessageContaining("DescribeExecution");
    }

    @Test
    void handsTokensOutAndTakesTheirAnswers() throws Exception {
        start(task("arn:aws:states:::lambda:invoke.waitForTaskToken", """
                "Arguments": {"FunctionName": "test-Charge",
                  "Payload": "{% $states.context.Task.Token %}"},""",
                "\"Output\": \"{% $states.result %}\""));
        answers.add(success("null"));
        String arn = execute("{}");

        String token = JSON.readTree(calls.take().split(" ", 2)[1]).asText();
        call("SendTaskSuccess", JSON.createObjectNode().put("taskToken", token)
                .put("output", "\"approved\"").toString());

        assertThat(finished(arn).path("output").asText()).isEqualTo("\"approved\"");
    }

    @Test
    void refusesBrokenDefinitionsWithTheFieldsPath() {
        workflows = new WorkflowService(List.of(), options());

        assertThatThrownBy(
                () -> start("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\","
                        + "\"Resource\": \"arn:aws:states:::sns:publish\", \"End\": true}}}"))
                .isInstanceOf(TemplateException.class).hasMessageContaining("flow.asl.json")
                .hasMessageContaining("/States/A/Resource");
    }

    private static String task(String resource, String before, String after) {
        return """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "%s", %s %s, "End": true},
                  "Caught": {"Type": "Succeed"}}}
                """.formatted(resource, before, after);
    }

    private void start(String definition) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) JSON.readTree(definition);
        if (!definition.contains("\"Next\": \"Caught\"")) {
            ((ObjectNode) json.path("States")).remove("Caught");
        }
        workflows = new WorkflowService(List.of(new WorkflowResource(
                new SourceLine(Path.of("template.yaml"), 3), "Flow", "test-Flow", machine(), false,
                Optional.of("live"), json, Path.of("flow.asl.json"))), options());
    }

    private WorkflowOptions options() {
        FunctionInvoker functions = new FunctionInvoker() {
            @Override
            public CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
                calls.add(name + " " + new String(payload, StandardCharsets.UTF_8));
                return slowAnswer != null
                        ? slowAnswer
                        : CompletableFuture.completedFuture(answers.remove());
            }

            @Override
            public void invokeAsync(String name, byte[] payload) {
                throw new AssertionError("Nothing here is asynchronous");
            }
        };
        AwsCall aws = (service, operation, request) -> {
            calls.add(service + "." + operation + " " + request);
            return awsFailure == null
                    ? CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode())
                    : CompletableFuture.failedFuture(awsFailure);
        };
        return new WorkflowOptions("eu-central-1", "000000000000", scheduler, 0.00001, functions,
                caller -> aws, Permissions.unlimited(),
                events::add, meter);
    }

    private static String machine() {
        return "arn:aws:states:eu-central-1:000000000000:stateMachine:test-Flow";
    }

    private String execute(String input) throws JsonProcessingException {
        ObjectNode request = JSON.createObjectNode().put("stateMachineArn", machine())
                .put("input", input);
        return workflows.api().call("StartExecution", request).path("executionArn").asText();
    }

    private JsonNode finished(String arn) throws Exception {
        workflows.engine().executions().finished(arn).toCompletableFuture().get(10,
                TimeUnit.SECONDS);
        return call("DescribeExecution", "{\"executionArn\": \"" + arn + "\"}");
    }

    private JsonNode call(String operation, String request) throws JsonProcessingException {
        return workflows.api().call(operation, JSON.readTree(request));
    }

    private static InvocationResult success(String json) {
        return new InvocationResult(200, Optional.empty(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static InvocationResult failure(String type) {
        String json = "{\"errorType\": \"" + type + "\", \"errorMessage\": \"it failed\"}";
        return new InvocationResult(200, Optional.of("Unhandled"),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
