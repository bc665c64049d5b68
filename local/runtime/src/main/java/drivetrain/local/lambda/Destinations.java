package drivetrain.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.lambda.AsyncInvocations.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Where the records of asynchronous invocations go: destinations get the request and the answer,
 * a dead-letter queue gets the bare event with attributes (AWS Lambda Developer Guide, "Retaining
 * records of asynchronous invocations").
 */
final class Destinations {
    private static final JsonMapper JSON = new JsonMapper();

    private final LambdaOptions options;
    private final BiConsumer<String, byte[]> invokeAsync;

    Destinations(LambdaOptions options, BiConsumer<String, byte[]> invokeAsync) {
        this.options = options;
        this.invokeAsync = invokeAsync;
    }

    CompletableFuture<Void> send(Event event, InvocationResult result, String condition) {
        boolean success = condition.equals("Success");
        Optional<String> destination = success
                ? event.policy().onSuccessArn()
                : event.policy().onFailureArn();
        List<CompletableFuture<?>> sends = new ArrayList<>();
        destination.ifPresent(arn -> sends.add(send(arn, event, record(event, result, condition))));
        if (!success) {
            event.policy().deadLetterArn()
                    .ifPresent(arn -> sends.add(deadLetter(arn, event, result)));
        }
        return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
                .whenComplete((sent, lost) -> {
                    if (lost != null) {
                        options.log().write(event.function().resource().name(),
                                "ERROR the record of " + event.requestId()
                                        + " couldn't be sent: " + lost.getMessage());
                    }
                });
    }

    private CompletableFuture<?> send(String arn, Event event, ObjectNode record) {
        if (arn.contains(":function:")) {
            invokeAsync.accept(arn, record.toString().getBytes(StandardCharsets.UTF_8));
            return CompletableFuture.completedFuture(null);
        }
        if (arn.contains(":event-bus/")) {
            return options.destinations().call("events", "PutEvents", busEntry(arn, event, record));
        }
        return options.destinations().call("sqs", "SendMessage", message(arn, record.toString()));
    }

    private static ObjectNode busEntry(String arn, Event event, ObjectNode record) {
        boolean success = record.at("/requestContext/condition").asText().equals("Success");
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode entry = request.putArray("Entries").addObject();
        entry.put("EventBusName", arn).put("Source", "lambda")
                .put("DetailType",
                        "Lambda Function Invocation Result - " + (success ? "Success" : "Failure"))
                .put("Detail", record.toString());
        entry.putArray("Resources").add(event.function().resource().arn() + ":$LATEST").add(arn);
        return request;
    }

    private CompletableFuture<?> deadLetter(String arn, Event event, InvocationResult result) {
        ObjectNode message = message(arn, new String(event.payload(), StandardCharsets.UTF_8));
        ObjectNode attributes = message.putObject("MessageAttributes");
        attribute(attributes, "RequestID", "String", event.requestId());
        attribute(attributes, "ErrorCode", "Number", String.valueOf(result.statusCode()));
        attribute(attributes, "ErrorMessage", "String",
                json(result.payload()).path("errorMessage").asText("Rate Exceeded."));
        return options.destinations().call("sqs", "SendMessage", message);
    }

    private static void attribute(ObjectNode attributes, String name, String type, String value) {
        String text = value.isEmpty() ? " " : value.substring(0, Math.min(value.length(), 1024));
        attributes.putObject(name).put("DataType", type).put("StringValue", text);
    }

    private ObjectNode message(String queueArn, String body) {
        String url = options.awsEndpoint() + "/" + options.accountId() + "/"
                + queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return JsonNodeFactory.instance.objectNode().put("QueueUrl", url).put("MessageBody", body);
    }

    private static ObjectNode record(Event event, InvocationResult result, String condition) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("version", "1.0")
                .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        record.putObject("requestContext").put("requestId", event.requestId())
                .put("functionArn", event.function().resource().arn() + ":$LATEST")
                .put("condition", condition).put("approximateInvokeCount", event.runs());
        record.set("requestPayload", json(event.payload()));
        ObjectNode response = record.putObject("responseContext")
                .put("statusCode", result.statusCode()).put("executedVersion", "$LATEST");
        result.functionError().ifPresent(error -> response.put("functionError", error));
        record.set("responsePayload", json(result.payload()));
        return record;
    }

    private static JsonNode json(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException notJson) {
            return JsonNodeFactory.instance
                    .textNode(new String(payload, StandardCharsets.UTF_8));
        }
    }
}
