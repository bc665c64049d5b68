package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(30)
class CallTimerTest {
    @Test
    void endsItsThreadWhenNothingIsToBeWatched() throws Exception {
        var timer = CallTimer.create(20, TimeUnit.MILLISECONDS);
        var thread = new CompletableFuture<Thread>();

        var _ = timer.schedule(() -> thread.complete(Thread.currentThread()), 1,
                TimeUnit.MILLISECONDS);
        thread.join().join(Duration.ofSeconds(10));

        assertThat(thread.join().isAlive()).isFalse();
        var again = new CompletableFuture<Thread>();
        var _ = timer.schedule(() -> again.complete(Thread.currentThread()), 1,
                TimeUnit.MILLISECONDS);
        assertThat(again.join()).isNotSameAs(thread.join());
    }

    @Test
    void givesUpACallOfAClientThatNobodyAnswers() throws Exception {
        try (var silent = new ServerSocket(0, 1,
                InetAddress.getLoopbackAddress());
                var client = client("http://127.0.0.1:" + silent.getLocalPort())) {
            assertThatThrownBy(client::listTables).isInstanceOf(ApiCallTimeoutException.class);
        }
    }

    @Test
    void oneThreadWatchesAllClients() {
        try (var one = client("http://127.0.0.1:1"); var two = client("http://127.0.0.1:2")) {
            assertThatThrownBy(one::listTables).isInstanceOf(SdkException.class);
            assertThatThrownBy(two::listTables).isInstanceOf(SdkException.class);

            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .containsOnlyOnce(CallTimer.THREAD)
                    .noneMatch(name -> name.startsWith("sdk-ScheduledExecutor"));
        }
    }

    private static DynamoDbClient client(String endpoint) {
        return new AwsClients(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", endpoint,
                "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret"))
                .configure(DynamoDbClient.builder(), Duration.ofMillis(300)).build();
    }
}
