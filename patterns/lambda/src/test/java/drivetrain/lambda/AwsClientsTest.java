package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void needsARegion() {
        assertThatThrownBy(() -> new AwsClients(Map.of()).dynamoDb())
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("AWS_REGION");
    }
}
