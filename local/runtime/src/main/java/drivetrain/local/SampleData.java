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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Products and stock to try things with, loaded through the public API as staff would. */
final class SampleData {
    private static final int AT_A_TIME = 4;
    private static final String RECEIPT = "sample-data";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final URI api;
    private final String token;
    private final BooleanSupplier atRest;

    /**
     * For an API.
     *
     * @param token
     *            of staff
     * @param atRest
     *            whether nothing is under way any more that a request has begun
     */
    SampleData(URI api, String token, BooleanSupplier atRest) {
        this.api = api;
        this.token = token;
        this.atRest = atRest;
    }

    static SampleData of(LocalRuntime runtime) {
        return new SampleData(runtime.apiUrl(), runtime.token("sample-data", "staff"),
                () -> runtime.functions().pendingAsync() == 0);
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
        joinAll(running);
        awaitCopies(samples.size());
        return samples.size();
    }

    private static void joinAll(List<CompletableFuture<Void>> running) {
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure("The sample data can't be loaded: " + e.getCause(), e);
        }
    }

    /**
     * Waits, for some seconds at most, until the services that keep copies have heard of it all: the
     * catalog of the stock, orders of the prices. Otherwise a first order might be refused.
     */
    private void awaitCopies(int products) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (known() >= products && atRest.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Of how many products the catalog has heard what is in stock; none while it can't be asked. */
    private int known() {
        try (InputStream answer = api.resolve("/products?limit=100").toURL().openStream()) {
            return new JsonMapper().readTree(answer).findValues("asOf").size();
        } catch (IOException e) {
            return 0;
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

    /** Sends a request; both kinds may be repeated, so a busy system is given some time. */
    private void send(String method, String path, JsonNode body) {
        Patience patience = Patience.ofOneMinute();
        Reply reply = attempt(method, path, body);
        while (reply.mayPass() && patience.waitFor(reply.retryAfter())) {
            reply = attempt(method, path, body);
        }
        if (!reply.succeeded()) {
            throw new StartFailure("The sample data can't be loaded: " + method + " " + path
                    + " answered " + reply.status() + ".");
        }
    }

    private record Reply(int status, Optional<String> retryAfter) {
        private static final int TOO_MANY_REQUESTS = 429;

        boolean succeeded() {
            return status < 300;
        }

        boolean mayPass() {
            return status == TOO_MANY_REQUESTS || status >= 500;
        }
    }

    private Reply attempt(String method, String path, JsonNode body) {
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
            drain(status < 400 ? call.getInputStream() : call.getErrorStream());
            return new Reply(status, Optional.ofNullable(call.getHeaderField("Retry-After")));
        } catch (IOException e) {
            throw new StartFailure("The sample data can't be loaded: " + e.getMessage(), e);
        }
    }

    /** Reads to the end, so that the connection is used again; null: there is no body. */
    private static void drain(InputStream answer) throws IOException {
        if (answer != null) {
            try (answer) {
                answer.readAllBytes();
            }
        }
    }
}
