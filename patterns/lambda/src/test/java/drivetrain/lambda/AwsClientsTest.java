package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.testing.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AwsClientsTest {
    /** The SDK's name of the variable AWS_CONTAINER_CREDENTIALS_FULL_URI, as a property. */
    private static final String KEYS_OF_LAMBDA = "aws.containerCredentialsFullUri";

    @Test
    void takesRegionEndpointAndKeysFromTheEnvironmentItWasGiven() {
        var clients = new AwsClients(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL",
                "http://127.0.0.1:4566", "AWS_ACCESS_KEY_ID", "drivetrain-PlaceOrder",
                "AWS_SECRET_ACCESS_KEY", "secret"));

        try (var client = clients.dynamoDb()) {
            var configuration = client.serviceClientConfiguration();
            assertThat(configuration.region().id()).isEqualTo("eu-central-1");
            assertThat(configuration.endpointOverride())
                    .contains(URI.create("http://127.0.0.1:4566"));
            assertThat(configuration.credentialsProvider().resolveIdentity().join().accessKeyId())
                    .isEqualTo("drivetrain-PlaceOrder");
        }
    }

    @Test
    void callsTheHostOfAnEndpointThatItWasGivenWhateverTheOperation() {
        var limits = limits(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL",
                "http://127.0.0.1:4566"));

        assertThat(limits.advancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION))
                .contains(true);
        assertThat(limits(Map.of("AWS_REGION", "eu-central-1"))
                .advancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION))
                .isNotEqualTo(Optional.of(true));
    }

    @Test
    void waitsLongerWhereItIsAskedTo() {
        var patience = Duration.ofSeconds(8);
        var clients = new AwsClients(Map.of("AWS_REGION", "eu-central-1"));

        try (var client = clients.configure(DynamoDbClient.builder(), patience).build()) {
            var limits = client.serviceClientConfiguration().overrideConfiguration();
            assertThat(limits.apiCallTimeout()).contains(patience);
            assertThat(limits.apiCallAttemptTimeout()).contains(patience);
        }
    }

    private static ClientOverrideConfiguration limits(Map<String, String> environment) {
        try (var client = new AwsClients(environment).dynamoDb()) {
            return client.serviceClientConfiguration().overrideConfiguration();
        }
    }

    @Test
    void needsARegion() {
        assertThatThrownBy(() -> new AwsClients(Map.of()).dynamoDb())
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("AWS_REGION");
    }

    @Test
    void asksLambdaForKeysWhereTheEnvironmentHasNoneAndAgainWhenTheyHaveExpired() {
        try (var lambda = new ScriptedServer().answer(200, expired("key-1")).answer(200,
                expired("key-2"))) {
            System.setProperty(KEYS_OF_LAMBDA, lambda.base() + "/keys");
            try (var client = new AwsClients(Map.of("AWS_REGION", "eu-central-1")).dynamoDb()) {
                var keys = client.serviceClientConfiguration().credentialsProvider();

                assertThat(lambda.asked()).as("before the snapshot").isEmpty();
                assertThat(keys.resolveIdentity().join().accessKeyId()).isEqualTo("key-1");
                assertThat(keys.resolveIdentity().join().accessKeyId()).isEqualTo("key-2");
            }
        } finally {
            System.clearProperty(KEYS_OF_LAMBDA);
        }
    }

    /** Keys as those of a snapshot soon are. */
    private static String expired(String id) {
        return """
                {"AccessKeyId": "%s", "SecretAccessKey": "s", "Token": "t",
                 "Expiration": "2026-01-01T00:00:00Z"}""".formatted(id);
    }
}
