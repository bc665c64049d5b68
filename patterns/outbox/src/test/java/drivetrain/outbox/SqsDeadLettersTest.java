package drivetrain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.StreamRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class SqsDeadLettersTest {
    private static final StreamRecord POISON = new StreamRecord("100",
            StreamRecord.Change.INSERT, Map.of("id", AttributeValue.fromS("ä")),
            Map.of("id", AttributeValue.fromS("ä")), Map.of());
    private final List<SendMessageRequest> sent = new ArrayList<>();

    @Test
    void keepsTheWholeRecordAndItsCauseInTheShapeOfLambdasOwnLetters() {
        letters(false).keep("arn:f", POISON, new IllegalArgumentException("no type \"x\""));

        assertThat(sent).singleElement().satisfies(letter -> {
            assertThat(letter.queueUrl()).isEqualTo("the-queue");
            assertThat(letter.messageBody()).isEqualTo("{\"version\":\"1.0\","
                    + "\"timestamp\":\"2026-11-22T10:00:00Z\","
                    + "\"requestContext\":{\"functionArn\":\"arn:f\","
                    + "\"condition\":\"PoisonRecord\"},"
                    + "\"requestPayload\":{\"Records\":[{\"eventName\":\"INSERT\","
                    + "\"dynamodb\":{\"SequenceNumber\":\"100\","
                    + "\"Keys\":{\"id\":{\"S\":\"\\u00e4\"}},"
                    + "\"NewImage\":{\"id\":{\"S\":\"\\u00e4\"}}}}]},"
                    + "\"responsePayload\":{\"errorType\":\"java.lang.IllegalArgumentException\","
                    + "\"errorMessage\":\"no type \\\"x\\\"\"}}");
        });
    }

    @Test
    void failsTransientlyWhenTheQueueIsOutOfReach() {
        assertThatThrownBy(
                () -> letters(true).keep("arn:f", POISON, new IllegalStateException("odd")))
                .isInstanceOf(DependencyUnavailable.class);
    }

    private SqsDeadLetters letters(boolean broken) {
        var clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        return new SqsDeadLetters(() -> new SqsClient() {
            @Override
            public SendMessageResponse sendMessage(SendMessageRequest request) {
                if (broken) {
                    throw SdkClientException.create("connection refused");
                }
                sent.add(request);
                return SendMessageResponse.builder().build();
            }

            @Override
            public String serviceName() {
                return "sqs";
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        }, "the-queue", clock);
    }
}
