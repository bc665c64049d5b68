package drivetrain.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import drivetrain.kernel.DependencyTimeout;
import drivetrain.kernel.DependencyUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDependencyTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void sendsAndReceives() {
        answering(exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            answer(exchange, 201, exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + headers.getFirst("Content-Type") + " " + headers.getFirst("Authorization")
                    + " " + headers.getFirst("Idempotency-Key") + " " + sent);
        });

        var answer = dependency().post("pay", "/v1/things?a=b", "text/plain", "ä",
                Map.of("Idempotency-Key", "k"));

        assertThat(answer).isEqualTo(
                new HttpAnswer(201, "POST /base/v1/things?a=b text/plain Bearer x k ä"));
        assertThat(answer.isSuccess()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 402, 404, 409, 422})
    void leavesRefusalsToTheCaller(int status) {
        answering(exchange -> answer(exchange, status, "no"));

        assertThat(dependency().get("ask", "/x")).isEqualTo(new HttpAnswer(status, "no"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void callsFaultsOfTheProviderUnavailable(int status) {
        answering(exchange -> answer(exchange, status, "secret"));

        assertThatThrownBy(() -> dependency().get("ask", "/x"))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessage("stripe answered ask with " + status);
    }

    @Test
    void callsAProviderThatIsDownUnavailable() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var down = new HttpDependency("stripe", URI.create("http://127.0.0.1:" + port), Map.of(),
                TIMEOUT);

        assertThatThrownBy(() -> down.get("ask", "/x")).isInstanceOf(DependencyUnavailable.class);
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        answering(exchange -> await());

        assertTimesOut();
    }

    @Test
    void givesUpOnAnAnswerThatTrickles() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            do {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            } while (!await(10));
        });

        assertTimesOut();
    }

    @Test
    void callsAnExchangeThatWasCutOffAmbiguous() {
        answering(HttpExchange::close);

        assertThatThrownBy(
                () -> dependency().post("pay", "/x", "text/plain", "1", Map.of()))
                .isInstanceOf(DependencyTimeout.class);
    }

    @Test
    void refusesAnAnswerWithoutEnd() {
        answering(exchange -> answer(exchange, 200, "x".repeat(1_100_000)));

        assertThatThrownBy(() -> dependency().get("ask", "/x"))
                .isInstanceOf(DependencyTimeout.class);
    }

    private void assertTimesOut() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> dependency().get("ask", "/x"))
                .isInstanceOf(DependencyTimeout.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TIMEOUT.minusMillis(5),
                TIMEOUT.multipliedBy(8));
    }

    private void await() {
        await(30_000);
    }

    private boolean await(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void answering(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpDependency dependency() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
        return new HttpDependency("stripe", base, Map.of("Authorization", "Bearer x"), TIMEOUT);
    }
}
