package drivetrain.acceptance;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Where AWS is.
 *
 * @param endpoint
 *            stands for all services and takes any key, as emulators do; empty for AWS itself, with
 *            the credentials that the SDK finds on this machine
 */
public record AwsPlace(Optional<URI> endpoint, String region) {
    private static final String OPERATOR = "operator";

    /** An emulator, in the region that the local runtime has. */
    public static AwsPlace at(URI endpoint) {
        return new AwsPlace(Optional.of(endpoint), "eu-central-1");
    }

    /** Points an SDK client here. */
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder,
            SdkHttpClient http) {
        return configure(builder, http, OPERATOR);
    }

    /** The same with an access key, which AWS itself wouldn't take. */
    <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(B builder,
            SdkHttpClient http, String accessKeyId) {
        builder.region(Region.of(region)).httpClient(http);
        endpoint.ifPresent(url -> builder.endpointOverride(url)
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(accessKeyId, OPERATOR)))
                // StartSyncExecution would go to a host whose name begins with "sync-".
                .overrideConfiguration(with -> with.putAdvancedOption(
                        SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)));
        return builder;
    }
}
