package drivetrain.acceptance;

import drivetrain.acceptance.Resources.Kind;
import drivetrain.redrive.Clients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An operator's clients: the plain SDK, pointed at where the system is. Safe for several threads. */
public final class Aws implements AutoCloseable {
    /** Longer than any function runs. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);

    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .socketTimeout(LONGEST_ANSWER).build();
    private final AwsPlace place;
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final SfnClient workflows;
    private final LambdaClient lambda;
    private final DynamoDbStreamsClient streams;
    private Resources resources;

    /** Clients of an endpoint at which nothing but the system is. */
    public Aws(URI endpoint) {
        this(AwsPlace.at(endpoint), Optional.empty());
    }

    /**
     * Clients of a place.
     *
     * @param known
     *            the resources of the system; empty if nothing else is in this place
     */
    public Aws(AwsPlace place, Optional<Resources> known) {
        this.place = place;
        this.dynamoDb = place.configure(DynamoDbClient.builder(), http).build();
        this.sqs = place.configure(SqsClient.builder(), http).build();
        this.workflows = place.configure(SfnClient.builder(), http).build();
        this.lambda = place.configure(LambdaClient.builder(), http).build();
        this.streams = place.configure(DynamoDbStreamsClient.builder(), http).build();
        this.resources = known.orElse(null);
    }

    /** Where they look. */
    public AwsPlace place() {
        return place;
    }

    /** Tables. */
    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    /** Tables, with the credentials of somebody else, such as a function. */
    public DynamoDbClient dynamoDbAs(String accessKeyId) {
        return place.configure(DynamoDbClient.builder(), http, accessKeyId).build();
    }

    /** Queues. */
    public SqsClient sqs() {
        return sqs;
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

    /** The name of a function, by its logical id. */
    public String function(String logicalId) {
        return resources().id(Kind.FUNCTION, logicalId);
    }

    /** The name of a table, by its logical id. */
    public String table(String logicalId) {
        return resources().id(Kind.TABLE, logicalId);
    }

    /** The names of all tables. */
    public List<String> tables() {
        return resources().ids(Kind.TABLE);
    }

    /** The URL of a queue, by its logical id. */
    public String queue(String logicalId) {
        return resources().id(Kind.QUEUE, logicalId);
    }

    /** The URLs of all queues. */
    public List<String> queues() {
        return resources().ids(Kind.QUEUE);
    }

    /** The ARN of a workflow, by its logical id. */
    public String workflow(String logicalId) {
        return resources().id(Kind.WORKFLOW, logicalId);
    }

    /** Invokes a function, by its logical id, and waits for its answer. */
    public InvokeResponse invoke(String logicalId, String payload) {
        return lambda.invoke(request -> request.functionName(function(logicalId))
                .payload(SdkBytes.fromUtf8String(payload)));
    }

    private synchronized Resources resources() {
        if (resources == null) {
            resources = Resources.listed(lambda, dynamoDb, sqs, workflows);
        }
        return resources;
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
