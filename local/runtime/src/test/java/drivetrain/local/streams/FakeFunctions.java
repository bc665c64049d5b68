package drivetrain.local.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Functions that record the batches they get, and answer as a test wants. */
final class FakeFunctions implements FunctionInvoker {
    private static final JsonMapper JSON = new JsonMapper();

    final List<JsonNode> batches = Collections.synchronizedList(new ArrayList<>());
    volatile Function<JsonNode, CompletableFuture<InvocationResult>> behaviour = event -> now(
            ok("{\"batchItemFailures\":[]}"));

    @Override
    public CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
        try {
            var event = JSON.readTree(payload);
            batches.add(event);
            return behaviour.apply(event);
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    @Override
    public void invokeAsync(String name, byte[] payload) {
        throw new UnsupportedOperationException("mappings invoke synchronously");
    }

    static CompletableFuture<InvocationResult> now(InvocationResult result) {
        return CompletableFuture.completedFuture(result);
    }

    static InvocationResult ok(String payload) {
        return new InvocationResult(200, Optional.empty(),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    static InvocationResult error() {
        return new InvocationResult(200, Optional.of("Unhandled"),
                "{\"errorType\":\"Bug\"}".getBytes(StandardCharsets.UTF_8));
    }

    static InvocationResult throttled() {
        return new InvocationResult(429, Optional.of("TooManyRequestsException"), new byte[0]);
    }

    static InvocationResult failedItems(String... identifiers) {
        var report = JSON.createObjectNode();
        var failures = report.putArray("batchItemFailures");
        for (var identifier : identifiers) {
            failures.addObject().put("itemIdentifier", identifier);
        }
        return ok(report.toString());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
