package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void asksLambdaForKeysWhereTheEnvironmentHasNoneAndAgainWhenTheyHaveExpired()
            throws IOException {
        try (var lambda = new KeysOfLambda();
                var client = new AwsClients(Map.of("AWS_REGION", "eu-central-1")).dynamoDb()) {
            var keys = client.serviceClientConfiguration().credentialsProvider();

            assertThat(lambda.asked()).as("before the snapshot").isZero();
            assertThat(keys.resolveIdentity().join().accessKeyId()).isEqualTo("key-1");
            assertThat(keys.resolveIdentity().join().accessKeyId()).isEqualTo("key-2");
        }
    }

    /** Tells keys that have expired, as those of a snapshot soon have. */
    private static final class KeysOfLambda implements AutoCloseable {
        private static final String PROPERTY = "aws.containerCredentialsFullUri";

        private final HttpServer server = HttpServer
                .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final AtomicInteger asked = new AtomicInteger();

        KeysOfLambda() throws IOException {
            server.createContext("/", this::tell);
            server.start();
            System.setProperty(PROPERTY,
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
        }

        private void tell(HttpExchange exchange) throws IOException {
            var keys = """
                    {"AccessKeyId": "key-%d", "SecretAccessKey": "s", "Token": "t",
                     "Expiration": "2026-01-01T00:00:00Z"}""".formatted(asked.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        }

        int asked() {
            return asked.get();
        }

        @Override
        public void close() {
            System.clearProperty(PROPERTY);
            server.stop(0);
        }
    }
}
