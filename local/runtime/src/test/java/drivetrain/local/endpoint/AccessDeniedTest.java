package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import drivetrain.local.aws.AwsService;
import drivetrain.local.iam.Permissions;
import drivetrain.local.iam.ShopTemplate;
import drivetrain.local.lambda.AccessKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How a refusal looks to the SDK, service by service; nothing that is refused has an effect. */
class AccessDeniedTest {
    private static final AwsService NEVER_CALLED = (operation, request) -> {
        throw new AssertionError(operation + " came through");
    };

    private static LocalAws aws;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Permissions shop = Permissions.of(ShopTemplate.withPolicy(folder, """
                - Effect: Allow
                  Action: [events:PutEvents, states:StartExecution, sqs:SendMessage]
                  Resource: arn:aws:elsewhere:eu-central-1:000000000000:nothing
                """), grant -> true);
        aws = new LocalAws(Map.of("sqs", NEVER_CALLED, "events", NEVER_CALLED, "states",
                NEVER_CALLED), List.of(), shop);
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void dynamoDbAnswers400() {
        try (var client = function(DynamoDbClient.builder()).build()) {
            assertRefused(() -> client.describeTable(request -> request.tableName("T")), 400,
                    "AccessDeniedException",
                    "dynamodb:DescribeTable on resource: arn:aws:dynamodb:eu-central-1:"
                            + "000000000000:table/T because");
        }
    }

    @Test
    void sqsAnswers403WithItsOldCode() {
        try (var client = function(SqsClient.builder()).build()) {
            assertRefused(() -> client.sendMessage(request -> request
                    .queueUrl(aws.address + "/000000000000/app-Failures").messageBody("x")), 403,
                    "AccessDenied",
                    "sqs:SendMessage on resource: arn:aws:sqs:eu-central-1:000000000000:"
                            + "app-Failures because");
        }
    }

    @Test
    void eventBridgeAnswers400() {
        try (var client = function(EventBridgeClient.builder()).build()) {
            assertRefused(() -> client.putEvents(request -> request.entries(PutEventsRequestEntry
                    .builder().eventBusName("shop").source("s").detailType("t").detail("{}")
                    .build())),
                    400, "AccessDeniedException",
                    "events:PutEvents on resource: arn:aws:events:eu-central-1:000000000000:"
                            + "event-bus/shop because");
        }
    }

    @Test
    void stepFunctionsAnswers400ForTheWorkflowWithoutItsAlias() {
        String flow = "arn:aws:states:eu-central-1:000000000000:stateMachine:app-Flow";
        try (var client = function(SfnClient.builder()).build()) {
            assertRefused(() -> client.startExecution(
                    request -> request.stateMachineArn(flow + ":live")), 400,
                    "AccessDeniedException",
                    "states:StartExecution on resource: " + flow + " because");
        }
    }

    @Test
    void lambdaAnswers403ForTheFunctionWithItsAlias() {
        try (var client = function(LambdaClient.builder()).build()) {
            assertRefused(
                    () -> client.invoke(request -> request.functionName("echo").qualifier("live")
                            .payload(SdkBytes.fromUtf8String("{}"))),
                    403, "AccessDeniedException", "lambda:InvokeFunction on resource: "
                            + "arn:aws:lambda:eu-central-1:000000000000:function:echo:live because");
        }
    }

    @Test
    void aRefusalIsMeteredAsAFailure() {
        aws.endpoint.meter().reset();
        try (var client = function(DynamoDbClient.builder()).build()) {
            assertThatThrownBy(client::listTables).isInstanceOf(AwsServiceException.class);
        }

        assertThat(aws.endpoint.meter().usage()).singleElement()
                .satisfies(usage -> assertThat(usage.failures()).isEqualTo(1));
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B function(
            B builder) {
        return aws.client(builder, AccessKeys.idOf("app-Sell"));
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, String what) {
        AwsServiceException refused = catchThrowableOfType(AwsServiceException.class,
                call);

        assertThat(refused).isNotNull();
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(refused.awsErrorDetails().errorMessage())
                .contains("User: arn:aws:sts::000000000000:assumed-role/app-SellRole/app-Sell")
                .contains(what);
    }
}
