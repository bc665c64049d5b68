package drivetrain.local.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationRefused;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Tasks that are functions: by {@code lambda:invoke}, or by the function's own ARN. A function's
 * error keeps its type, with the whole error document as the cause; a refusal of Lambda begins with
 * {@code Lambda.} (AWS Step Functions Developer Guide, "Invoke an AWS Lambda function" and
 * "Handling errors").
 */
final class LambdaTask {
    private static final JsonMapper JSON = new JsonMapper();

    private final FunctionInvoker functions;

    LambdaTask(FunctionInvoker functions) {
        this.functions = functions;
    }

    /** The resource is the function; the result is its result. */
    CompletionStage<JsonNode> byArn(TaskCall call) {
        String arn = ((TaskResource.LambdaFunction) call.resource()).arn();
        return functions.invoke(arn, bytes(call.arguments())).thenApply(LambdaTask::payload);
    }

    /** The function is an argument; the result is the answer of the Invoke API. */
    CompletionStage<JsonNode> invoke(TaskCall call) {
        JsonNode arguments = call.arguments();
        String function = arguments.path("FunctionName").asText();
        byte[] payload = bytes(arguments.path("Payload"));
        if (arguments.path("InvocationType").asText().equals("Event")) {
            return CompletableFuture.completedFuture(accepted(function, payload));
        }
        return functions.invoke(function, payload).thenApply(
                result -> answer(result.statusCode()).<ObjectNode>set("Payload", payload(result)));
    }

    private JsonNode accepted(String function, byte[] payload) {
        try {
            functions.invokeAsync(function, payload);
            return answer(202);
        } catch (InvocationRefused refused) {
            throw new TaskFailure("Lambda." + refused.code(), refused.getMessage());
        }
    }

    private static ObjectNode answer(int status) {
        String requestId = UUID.randomUUID().toString();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ExecutedVersion", "$LATEST")
                .put("StatusCode", status);
        answer.putObject("SdkHttpMetadata").put("HttpStatusCode", status);
        answer.putObject("SdkResponseMetadata").put("RequestId", requestId);
        return answer;
    }

    private static JsonNode payload(InvocationResult result) {
        JsonNode payload = parse(result.payload());
        if (result.succeeded()) {
            return payload;
        }
        String error = result.statusCode() == 200
                ? payload.path("errorType").asText("Lambda.Unknown")
                : "Lambda." + result.functionError().orElse("Unknown");
        throw new TaskFailure(error, result.statusCode() == 200
                ? payload.toString()
                : payload.path("Message").asText());
    }

    /** A function that returns nothing returns null; what isn't JSON can't be passed on. */
    private static JsonNode parse(byte[] payload) {
        if (payload.length == 0) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new TaskFailure("States.Runtime", "The function's output isn't JSON: "
                    + new String(payload, StandardCharsets.UTF_8));
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return json.isMissingNode()
                    ? "{}".getBytes(StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can't be written", e);
        }
    }
}
