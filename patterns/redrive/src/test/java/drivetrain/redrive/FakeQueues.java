package drivetrain.redrive;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Queues in memory, by URL; a queue's URL is its name. */
final class FakeQueues implements SqsClient {
    private final Map<String, Map<String, Message>> waiting = new LinkedHashMap<>();
    private final Map<String, Map<String, Message>> inFlight = new LinkedHashMap<>();
    private final Map<String, List<String>> sources = new LinkedHashMap<>();
    private long sent;

    /** Shows how many messages were sent, in milliseconds: the time by which they are stamped. */
    Clock clock() {
        return ((InstantSource) () -> Instant.ofEpochMilli(sent)).withZone(ZoneOffset.UTC);
    }

    void send(String queue, String body, Map<String, String> attributes) {
        var id = UUID.randomUUID().toString();
        sent++;
        var message = Message.builder().messageId(id).receiptHandle(id).body(body)
                .attributes(Map.of(MessageSystemAttributeName.SENT_TIMESTAMP,
                        Long.toString(sent)));
        var values = new LinkedHashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> values.put(name,
                MessageAttributeValue.builder().dataType("String").stringValue(value).build()));
        of(waiting, queue).put(id, message.messageAttributes(values).build());
    }

    /** The bodies of what waits in a queue. */
    List<String> bodies(String queue) {
        return of(waiting, queue).values().stream().map(Message::body).toList();
    }

    void isDeadLetterQueueOf(String queue, String... sourceQueues) {
        sources.put(queue, List.of(sourceQueues));
    }

    private static Map<String, Message> of(Map<String, Map<String, Message>> queues, String name) {
        return queues.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        send(request.queueUrl(), request.messageBody(), Map.of());
        return SendMessageResponse.builder().build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        var taken = new ArrayList<>(of(waiting, request.queueUrl()).values());
        var batch = taken.subList(0, Math.min(request.maxNumberOfMessages(), taken.size()));
        batch.forEach(message -> {
            of(waiting, request.queueUrl()).remove(message.messageId());
            of(inFlight, request.queueUrl()).put(message.messageId(), message);
        });
        return ReceiveMessageResponse.builder().messages(batch).build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        of(inFlight, request.queueUrl()).remove(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
            ChangeMessageVisibilityRequest request) {
        var message = of(inFlight, request.queueUrl()).remove(request.receiptHandle());
        of(waiting, request.queueUrl()).put(message.messageId(), message);
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        return GetQueueUrlResponse.builder().queueUrl(request.queueName()).build();
    }

    @Override
    public ListDeadLetterSourceQueuesResponse listDeadLetterSourceQueues(
            ListDeadLetterSourceQueuesRequest request) {
        return ListDeadLetterSourceQueuesResponse.builder()
                .queueUrls(sources.getOrDefault(request.queueUrl(), List.of())).build();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
