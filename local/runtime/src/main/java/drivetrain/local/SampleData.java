package drivetrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Products and stock to try things with, loaded through the public API as staff would. */
final class SampleData {
    private static final int AT_A_TIME = 4;
    private static final int ATTEMPTS = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RECEIPT = "sample-data";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final LocalRuntime runtime;
    private final URI api;
    private final String token;

    SampleData(LocalRuntime runtime) {
        this.runtime = runtime;
        this.api = runtime.apiUrl();
        this.token = runtime.token("sample-data", "staff");
    }

    /**
     * Loads everything.
     *
     * @return how many products there are
     * @throws StartFailure
     *             if the API refuses something
     */
    int load() {
        JsonNode samples = read();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME,
                Thread.ofVirtual().factory())) {
            samples.forEach(sample -> running
                    .add(CompletableFuture.runAsync(() -> load(sample), workers)));
        }
        running.forEach(CompletableFuture::join);
        awaitCopies(samples.size());
        return samples.size();
    }

    /**
     * Waits, for some seconds at most, until the services that keep copies have heard of it all: the
     * catalog of the stock, orders of the prices. Otherwise a first order might be refused.
     */
    private void awaitCopies(int products) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            int known = get("/products?limit=100").findValues("asOf").size();
            if (known >= products && runtime.functions().pendingAsync() == 0) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private JsonNode get(String path) {
        try (InputStream answer = api.resolve(path).toURL().openStream()) {
            return new JsonMapper().readTree(answer);
        } catch (IOException e) {
            throw new StartFailure("The sample data can't be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode read() {
        try (InputStream file = SampleData.class.getResourceAsStream("/sample-data.json")) {
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample data can't be read", e);
        }
    }

    private void load(JsonNode sample) {
        String sku = sample.path("sku").asText();
        send("PUT", "/products/" + sku, sample.path("product"));
        send("POST", "/stock/" + sku + "/receipts", JsonNodeFactory.instance.objectNode()
                .put("receiptId", RECEIPT).put("quantity", sample.path("stock").asInt()));
    }

    /** Sends a request; both kinds may be repeated, so a busy machine is given some time. */
    private void send(String method, String path, JsonNode body) {
        for (int attempt = 1;; attempt++) {
            int status = attempt(method, path, body);
            if (status < 300) {
                return;
            }
            boolean mayPass = status == TOO_MANY_REQUESTS || status >= 500;
            if (!mayPass || attempt == ATTEMPTS) {
                throw new StartFailure("The sample data can't be loaded: " + method + " " + path
                        + " answered " + status + ".");
            }
        }
    }

    private int attempt(String method, String path, JsonNode body) {
        try {
            HttpURLConnection call = (HttpURLConnection) api.resolve(path).toURL().openConnection();
            call.setRequestMethod(method);
            call.setDoOutput(true);
            call.setRequestProperty("Content-Type", "application/json");
            call.setRequestProperty("Authorization", "Bearer " + token);
            try (OutputStream out = call.getOutputStream()) {
                new JsonMapper().writeValue(out, body);
            }
            int status = call.getResponseCode();
            try (InputStream answer = status < 400
                    ? call.getInputStream()
                    : call.getErrorStream()) {
                answer.readAllBytes();
            }
            return status;
        } catch (IOException e) {
            throw new StartFailure("The sample data can't be loaded: " + e.getMessage(), e);
        }
    }
}
