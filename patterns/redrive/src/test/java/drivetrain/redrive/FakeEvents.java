package drivetrain.redrive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * EventBridge and the asynchronous invocations behind it: takes some entries and refuses others,
 * fails as a whole after it took them, delivers late, twice and in any order, tries again, and keeps
 * in a dead-letter queue what it can't deliver.
 */
final class FakeEvents implements EventBridgeClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 3;

    private final VirtualTime time;
    private final FakeFunctions functions;
    private final FakeQueues queues;
    private final Random random;
    private final List<String> subscribers = new ArrayList<>();
    private long outageUntilMillis;
    private double faults;

    FakeEvents(VirtualTime time, FakeFunctions functions, FakeQueues queues, Random random) {
        this.time = time;
        this.functions = functions;
        this.queues = queues;
        this.random = random;
    }

    /** Every event goes to this function; what it can't handle to a queue of its own. */
    void subscribe(String function) {
        subscribers.add(function);
    }

    static String deadLettersOf(String function) {
        return function + "-dead-letters";
    }

    /** From now on things go wrong with this probability, and everything until a time. */
    void trouble(double probability, long untilMillis) {
        faults = probability;
        outageUntilMillis = untilMillis;
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        if (time.nowMillis() < outageUntilMillis || fails()) {
            throw SdkClientException.create("timed out");
        }
        var results = request.entries().stream().map(this::put).toList();
        if (fails()) {
            throw SdkClientException.create("the answer was lost");
        }
        return PutEventsResponse.builder().entries(results).build();
    }

    private PutEventsResultEntry put(PutEventsRequestEntry entry) {
        if (fails()) {
            return PutEventsResultEntry.builder().errorCode("ThrottlingException").build();
        }
        var event = JSON.createObjectNode().put("detail-type", entry.detailType())
                .put("source", entry.source()).putRawValue("detail",
                        new RawValue(entry.detail()));
        subscribers.forEach(function -> {
            deliver(function, event, 0);
            if (fails()) {
                deliver(function, event, 0);
            }
        });
        return PutEventsResultEntry.builder().eventId("1").build();
    }

    private void deliver(String function, ObjectNode event, int failures) {
        time.after(random.nextInt(2_000), () -> {
            if (fails()) {
                failed(function, event, failures + 1);
                return;
            }
            try {
                functions.call(FakeFunctions.arn(function), event.toString());
            } catch (IllegalStateException broken) {
                failed(function, event, failures + 1);
            }
        });
    }

    private void failed(String function, ObjectNode event, int failures) {
        if (failures < ATTEMPTS) {
            deliver(function, event, failures);
        } else if (random.nextBoolean()) {
            queues.send(deadLettersOf(function), event.toString(),
                    Map.of("TARGET_ARN", FakeFunctions.arn(function), "ERROR_CODE", "NO"));
        } else {
            queues.send(deadLettersOf(function), """
                    {"version":"1.0","requestContext":{"functionArn":"%s",
                    "condition":"RetriesExhausted"},"requestPayload":%s}
                    """.formatted(FakeFunctions.arn(function), event), Map.of());
        }
    }

    private boolean fails() {
        return random.nextDouble() < faults;
    }

    @Override
    public String serviceName() {
        return "events";
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
