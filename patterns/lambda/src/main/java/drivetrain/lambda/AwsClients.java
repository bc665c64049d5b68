package drivetrain.lambda;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the AWS clients of a function from its environment alone: region, credentials and, where
 * one is given, an endpoint ({@code AWS_ENDPOINT_URL}), so that the same code runs on AWS, against
 * an emulator and in the local runtime.
 *
 * <p>A call gives up after 5 s with all its retries, an attempt after 2 s: less than any function's
 * timeout. Clients are made once per execution environment and are safe for several threads.
 */
public final class AwsClients {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, String> environment;

    public AwsClients(Map<String, String> environment) {
        this.environment = environment;
    }

    public DynamoDbClient dynamoDb() {
        return configure(DynamoDbClient.builder()).build();
    }

    /** Gives any client's builder this function's region, credentials, endpoint and timeouts. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder) {
        return configure(builder, ATTEMPT_TIMEOUT, CALL_TIMEOUT);
    }

    /**
     * The same for a client whose calls answer late, since each waits for work to be done.
     *
     * @param patience how long a call may take with all its retries; less than the function's
     *     timeout
     */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder,
            Duration patience) {
        return configure(builder, patience, patience);
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder,
            Duration attempt, Duration call) {
        var region = Environment.read(environment, variables -> variables.text("AWS_REGION"));
        var limits = limits(attempt, call);
        var endpoint = environment.get("AWS_ENDPOINT_URL");
        if (endpoint != null && !endpoint.isBlank()) {
            builder.endpointOverride(URI.create(endpoint));
            // Some operations have a host of their own ("sync-states"); an emulator has one for all.
            limits.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
        }
        return builder.region(Region.of(region)).credentialsProvider(credentials())
                .httpClient(httpClient(attempt)).overrideConfiguration(limits.build());
    }

    private static SdkHttpClient httpClient(Duration attempt) {
        return UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(attempt).build();
    }

    private static ClientOverrideConfiguration.Builder limits(Duration attempt, Duration call) {
        return ClientOverrideConfiguration.builder().apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call).retryStrategy(RetryMode.STANDARD)
                .scheduledExecutorService(CallTimer.shared())
                // A function has no profile files; looking for them costs time at start.
                .defaultProfileFile(ProfileFile.aggregator().build());
    }

    /**
     * Lambda passes keys in the environment; under SnapStart, where they would be in the snapshot
     * and expire there, it has an endpoint that tells them.
     */
    private AwsCredentialsProvider credentials() {
        var id = environment.get("AWS_ACCESS_KEY_ID");
        if (id == null) {
            return ContainerCredentialsProvider.builder().build();
        }
        var secret = environment.get("AWS_SECRET_ACCESS_KEY");
        var session = environment.get("AWS_SESSION_TOKEN");
        AwsCredentials keys = session == null
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, session);
        return StaticCredentialsProvider.create(keys);
    }
}
