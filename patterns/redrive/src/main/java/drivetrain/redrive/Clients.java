package drivetrain.redrive;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An operator's clients: those of the SDK's defaults, with the operator's own rights. */
public record Clients(SqsClient queues, LambdaClient functions, DynamoDbStreamsClient streams) {

    /**
     * With credentials and region from where the SDK looks for them.
     *
     * @param endpoint another than AWS, such as the local runtime's
     */
    public static Clients of(Optional<URI> endpoint) {
        var http = UrlConnectionHttpClient.create();
        return new Clients(configure(SqsClient.builder(), endpoint, http).build(),
                configure(LambdaClient.builder(), endpoint, http).build(),
                configure(DynamoDbStreamsClient.builder(), endpoint, http).build());
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
            B builder, Optional<URI> endpoint, SdkHttpClient http) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.httpClient(http);
    }
}
