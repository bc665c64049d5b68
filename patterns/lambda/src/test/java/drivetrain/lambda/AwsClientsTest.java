package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AwsClientsTest {
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
}
