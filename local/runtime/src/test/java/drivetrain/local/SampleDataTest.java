package drivetrain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static final String BUSY = "/products/SRV-2040-485";

    /** What is answered first, by path. */
    private final Map<String, Queue<Integer>> refusals = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", this::answer);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void survivesAnAnswerOfASystemThatIsBusy() {
        refusals.put(BUSY, new ArrayDeque<>(List.of(503, 429, 500)));

        int products = samples().load();

        assertThat(products).isEqualTo(24);
        assertThat(taken).hasSize(48).contains(BUSY);
    }

    @Test
    void saysWhatIsRefusedForGood() {
        refusals.put("/stock/SRV-2040-485/receipts", new ArrayDeque<>(List.of(401)));

        assertThatThrownBy(() -> samples().load()).isInstanceOf(StartFailure.class)
                .hasMessage("The sample data can't be loaded: POST /stock/SRV-2040-485/receipts"
                        + " answered 401.");
    }

    private SampleData samples() {
        return new SampleData(URI.create("http://127.0.0.1:" + api.getAddress().getPort()),
                "token", () -> true);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            String path = call.getRequestURI().getPath();
            Integer refusal = refusals.getOrDefault(path, new ArrayDeque<>()).poll();
            if (refusal != null) {
                call.getResponseHeaders().set("Retry-After", "0");
                reply(call, refusal, "");
            } else if (path.equals("/products")) {
                reply(call, 200, "[" + "{\"asOf\": 1},".repeat(taken.size()) + "0]");
            } else {
                taken.add(path);
                reply(call, 201, "{}");
            }
        }
    }

    private static void reply(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }
}
