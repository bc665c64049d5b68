package drivetrain.acceptance;

import drivetrain.redrive.Clients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An operator's clients: the plain SDK, pointed at the system's endpoint. */
public final class Aws implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final URI endpoint;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final SfnClient workflows;
    private final LambdaClient lambda;
    private final DynamoDbStreamsClient streams;

    /** Clients of an endpoint. */
    public Aws(URI endpoint) {
        this.endpoint = endpoint;
        this.dynamoDb = configure(DynamoDbClient.builder()).build();
        this.sqs = configure(SqsClient.builder()).build();
        this.workflows = configure(SfnClient.builder()).build();
        this.lambda = configure(LambdaClient.builder()).build();
        this.streams = configure(DynamoDbStreamsClient.builder()).build();
    }

    /** Tables. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    /** Tables, with the credentials of somebody else, such as a function. */
    public DynamoDbClient dynamoDbAs(String accessKeyId) {
        return configure(DynamoDbClient.builder(), accessKeyId).build();
    }

    /** Queues. */
    public SqsClient sqs() {
        return sqs;
    }

    /** The URL of a queue, by its logical id. */
    public String queue(String logicalId) {
        return sqs.listQueuesPaginator().queueUrls().stream()
                .filter(url -> url.endsWith("-" + logicalId) || url.contains("-" + logicalId + "-"))
                .findFirst().orElseThrow(
                        () -> new IllegalStateException("There is no queue " + logicalId));
    }

    /** What a redrive of dead letters takes. */
    public Clients redriving() {
        return new Clients(sqs, lambda, streams);
    }

    /** Workflows. */
    public SfnClient workflows() {
        return workflows;
    }

    /** Functions. */
    public LambdaClient lambda() {
        return lambda;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder) {
        return configure(builder, "operator");
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder,
            String accessKeyId) {
        return builder.endpointOverride(endpoint).region(Region.EU_CENTRAL_1).httpClient(http)
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(accessKeyId, "operator")))
                // StartSyncExecution would go to a host whose name begins with "sync-".
                .overrideConfiguration(with -> with.putAdvancedOption(
                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true));
    }

    @Override
    public void close() {
        dynamoDb.close();
        sqs.close();
        workflows.close();
        lambda.close();
        streams.close();
        http.close();
    }
}
