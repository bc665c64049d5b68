package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of a case, which do what its record says that they did. */
final class FakeServices {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REQUEST = "00000000-0000-0000-0000-000000000000";

    private static final List<String> SERVICES = List.of("sqs", "sns", "events", "dynamodb", "s3",
            "secretsmanager");

    private final VirtualScheduler time;
    private final Map<String, JsonNode> functions = new HashMap<>();

    FakeServices(VirtualScheduler time, JsonNode corpusCase) {
        this.time = time;
        for (JsonNode function : corpusCase.path("lambdas")) {
            functions.put(function.get("arn").asText(), function);
            functions.put(function.get("name").asText(), function);
        }
    }

    TaskIntegrations integrations(FakeCloud cloud, TaskIntegrations.Builder builder) {
        builder.on(TaskIntegrations.LAMBDA_FUNCTION,
                call -> run(call.resource().arn(), call.arguments()))
                .on("lambda:invoke", this::invoke);
        for (String service : SERVICES) {
            builder.on(service + ":*", cloud::call).on("aws-sdk:" + service + ":*", cloud::call);
        }
        return builder.build();
    }

    private CompletionStage<JsonNode> invoke(TaskCall call) {
        String name = call.arguments().path("FunctionName").asText();
        if (call.arguments().path("InvocationType").asText().equals("Event")) {
            return CompletableFuture.completedFuture(
                    JSON.objectNode().put("Payload", "").put("StatusCode", 202));
        }
        return run(name, payload(call.arguments().path("Payload"))).thenApply(payload -> {
            ObjectNode answer = JSON.objectNode().put("ExecutedVersion", "$LATEST");
            answer.set("Payload", payload);
            return answer.put("StatusCode", 200);
        });
    }

    /** A payload in text is the event's JSON; none is an empty object. */
    private static JsonNode payload(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return JSON.objectNode();
        }
        try {
            return given.isTextual() ? MAPPER.readTree(given.textValue()) : given;
        } catch (JsonProcessingException e) {
            throw new TaskFailure("Lambda.InvalidRequestContentException", e.getMessage());
        }
    }

    private CompletionStage<JsonNode> run(String name, JsonNode event) {
        JsonNode function = find(name);
        if (function == null) {
            throw new TaskFailure("Lambda.ResourceNotFoundException", "Function not found: "
                    + "arn:aws:lambda:us-east-1:111111111111:function:" + name + ":$LATEST "
                    + "(Service: AWSLambda; Status Code: 404; Error Code: "
                    + "ResourceNotFoundException; Request ID: " + REQUEST + "; Proxy: null)");
        }
        JsonNode detail = function.get("behaviour_detail");
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        switch (function.get("behaviour").asText()) {
            case "echo" -> answer.complete(event);
            case "return" -> answer.complete(detail);
            case "timeout" -> time.schedule(Duration.ofSeconds(60), () -> answer.complete(event));
            case "return_large" -> answer.complete(JSON.textNode("a".repeat(size(detail))));
            case "return_decorated_input" -> answer.complete(JSON.textNode("input-event-"
                    + event));
            case "fail" -> answer.completeExceptionally(failure(detail));
            default -> throw new IllegalArgumentException(function.toString());
        }
        return answer;
    }

    /** The first number in a description. */
    private static int size(JsonNode detail) {
        Matcher digits = Pattern.compile("\\d+").matcher(detail.toString().replace("_", ""));
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /** A function may be named with a version or an alias. */
    private JsonNode find(String name) {
        JsonNode exact = functions.get(name);
        int qualifier = name.lastIndexOf(':');
        return exact != null || qualifier < 0
                ? exact
                : functions.get(name.substring(0, qualifier));
    }

    private static TaskFailure failure(JsonNode detail) {
        ObjectNode cause = JSON.objectNode();
        cause.set("errorMessage", detail.get("errorMessage"));
        cause.set("errorType", detail.get("errorType"));
        cause.put("requestId", REQUEST);
        cause.set("stackTrace", detail.get("stackTrace"));
        return new TaskFailure(detail.get("errorType").asText(), cause.toString());
    }
}
