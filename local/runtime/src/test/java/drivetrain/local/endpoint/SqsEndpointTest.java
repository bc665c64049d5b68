package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.local.sqs.QueueFixture;
import drivetrain.local.sqs.Queues;
import drivetrain.states.time.RealScheduler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsEndpointTest {
    private static final RealScheduler TIME = new RealScheduler();

    private static LocalAws aws;
    private static SqsClient client;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        aws = new LocalAws(Map.of("sqs", new Queues(TIME,
                List.of(QueueFixture.standard("work", "dead", 3), QueueFixture.standard("dead")))),
                List.of());
        client = aws.client(SqsClient.builder()).build();
        url = client.getQueueUrl(request -> request.queueName("work")).queueUrl();
    }

    @AfterAll
    static void stop() {
        client.close();
        aws.close();
        TIME.close();
    }

    @BeforeEach
    void empty() {
        client.purgeQueue(request -> request.queueUrl(url));
    }

    /** The SDK compares the digests of body and attributes with its own. */
    @Test
    void sendsAndReceivesWithAttributesThatTheSdkChecks() {
        var binary = MessageAttributeValue.builder().dataType("Binary")
                .binaryValue(SdkBytes.fromUtf8String("ü")).build();
        var text = MessageAttributeValue.builder().dataType("String").stringValue("größe").build();

        client.sendMessage(request -> request.queueUrl(url).messageBody("hällo")
                .messageAttributes(Map.of("text", text, "binary", binary)));
        var received = client.receiveMessage(request -> request.queueUrl(url)
                .messageAttributeNames("All").messageSystemAttributeNames(
                        MessageSystemAttributeName.ALL))
                .messages().getFirst();

        assertThat(received.body()).isEqualTo("hällo");
        assertThat(received.messageAttributes()).containsEntry("text", text);
        assertThat(received.messageAttributes().get("binary").binaryValue().asUtf8String())
                .isEqualTo("ü");
        assertThat(received.attributesAsStrings()).containsEntry("ApproximateReceiveCount", "1");
    }

    @Test
    void sendsABatchEntryByEntry() {
        var answer = client.sendMessageBatch(request -> request.queueUrl(url).entries(
                SendMessageBatchRequestEntry.builder().id("1").messageBody("a").build(),
                SendMessageBatchRequestEntry.builder().id("2").messageBody("b").delaySeconds(901)
                        .build()));

        assertThat(answer.successful()).extracting(entry -> entry.id()).containsExactly("1");
        assertThat(answer.failed()).extracting(entry -> entry.code())
                .containsExactly("InvalidParameterValue");
    }

    @Test
    void deletesAndReportsWhatIsLeft() {
        client.sendMessage(request -> request.queueUrl(url).messageBody("a"));
        client.sendMessage(request -> request.queueUrl(url).messageBody("b"));
        var received = client.receiveMessage(r -> r.queueUrl(url)).messages().getFirst();

        client.deleteMessage(r -> r.queueUrl(url).receiptHandle(received.receiptHandle()));

        assertThat(client.getQueueAttributes(request -> request.queueUrl(url)
                .attributeNames(QueueAttributeName.ALL)).attributesAsStrings())
                .containsEntry("ApproximateNumberOfMessages", "1")
                .containsEntry("QueueArn", QueueFixture.arn("work"));
        assertThat(client.listQueues().queueUrls()).containsExactly(url, dead());
    }

    @Test
    void tellsWhoseDeadLettersAQueueHolds() {
        assertThat(client.listDeadLetterSourceQueues(request -> request.queueUrl(dead()))
                .queueUrls()).containsExactly(url);
        assertThat(client.listDeadLetterSourceQueues(request -> request.queueUrl(url))
                .queueUrls()).isEmpty();
    }

    private static String dead() {
        return client.getQueueUrl(request -> request.queueName("dead")).queueUrl();
    }

    @Test
    void refusesWhatSqsRefuses() {
        assertThatThrownBy(() -> client.getQueueUrl(request -> request.queueName("nobody")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> client.sendMessage(request -> request.queueUrl(url)
                .messageBody("x".repeat(262_145)))).isInstanceOfSatisfying(SqsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidParameterValue"));
        assertThatThrownBy(() -> client.listQueueTags(r -> r.queueUrl(url)))
                .hasMessageContaining("ReceiveMessage");
    }
}
