package drivetrain.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Delivers a letter and waits for how it ends. */
final class Deliveries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient queues;
    private final LambdaClient functions;
    private final StreamRecords records;

    Deliveries(Clients clients) {
        this.queues = clients.queues();
        this.functions = clients.functions();
        this.records = new StreamRecords(clients.streams());
    }

    /**
     * Delivers a letter.
     *
     * @param queueUrl the dead-letter queue that it lies in
     */
    void deliver(Letter letter, String queueUrl) throws NotTaken {
        switch (letter) {
            case Letter.Invocation invocation ->
                invoke(invocation.function(), invocation.payload());
            case Letter.StreamRange range -> {
                for (var batch : records.batches(range)) {
                    invoke(range.function(), batch);
                }
            }
            case Letter.Delivery delivery -> deliver(delivery);
            case Letter.Message message -> send(sourceOf(queueUrl), message.body());
        }
    }

    private void deliver(Letter.Delivery delivery) throws NotTaken {
        var service = delivery.targetArn().split(":", -1)[2];
        switch (service) {
            case "lambda" -> invoke(delivery.targetArn(), delivery.event());
            case "sqs" -> send(urlOf(delivery.targetArn()), delivery.event());
            default -> throw new NotTaken("targets of " + service + " aren't known here");
        }
    }

    private void invoke(String function, String payload) throws NotTaken {
        var answer = functions.invoke(request -> request.functionName(function)
                .payload(SdkBytes.fromUtf8String(payload)));
        if (answer.functionError() != null) {
            throw new NotTaken(function + " failed: "
                    + parse(answer.payload()).path("errorType").asText());
        }
        if (!parse(answer.payload()).path("batchItemFailures").isEmpty()) {
            throw new NotTaken(function + " reports the record as failed");
        }
    }

    private void send(String queueUrl, String body) {
        queues.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body));
    }

    private String urlOf(String queueArn) {
        var name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return queues.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    private String sourceOf(String deadLetterQueueUrl) throws NotTaken {
        var sources = queues
                .listDeadLetterSourceQueues(request -> request.queueUrl(deadLetterQueueUrl))
                .queueUrls();
        if (sources.size() != 1) {
            throw new NotTaken("nobody knows where it came from: the queue has "
                    + sources.size() + " sources");
        }
        return sources.getFirst();
    }

    /** A function that answers nothing, or something else than JSON, has nothing to say here. */
    private static JsonNode parse(SdkBytes payload) throws NotTaken {
        try {
            return JSON.readTree(payload.asUtf8String());
        } catch (JsonProcessingException notJson) {
            throw new NotTaken("the answer isn't JSON");
        }
    }
}
