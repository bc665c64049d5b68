package drivetrain.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.template.AsyncPolicy;
import drivetrain.local.template.FunctionResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LambdaServiceTest {
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:000000000000:failures";

    @TempDir
    private Path folder;
    private Path zip;
    private LambdaService lambda;
    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();

    private final Meter meter = new Meter();

    @BeforeEach
    void buildPackage() throws IOException {
        zip = TestPackage.write(folder.resolve("shop.zip"), "one");
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void givesFunctionsTheirEnvironmentAndContext() {
        start(TestPackage.function("Probe", zip, OptionalInt.empty(), Map.of("TABLE", "Orders"),
                AsyncPolicy.DEFAULT));

        assertThat(answer("Probe", "variable TABLE")).isEqualTo("Orders");
        assertThat(answer("Probe", "variable AWS_REGION")).isEqualTo("eu-central-1");
        assertThat(answer("Probe", "variable AWS_ENDPOINT_URL")).isEqualTo("http://127.0.0.1:1");
        assertThat(answer("Probe", "variable AWS_ACCESS_KEY_ID"))
                .isEqualTo(AccessKeys.idOf("test-Probe")).hasSize(20);
        assertThat(answer("Probe", "context")).isEqualTo("test-Probe 256 "
                + "arn:aws:lambda:eu-central-1:000000000000:function:test-Probe true");
    }

    @Test
    void reusesAnEnvironmentForOneInvocationAtATime() {
        start(TestPackage.function("Probe", zip));

        assertThat(answer("Probe", "count")).isEqualTo("1/1");
        assertThat(answer("Probe", "count")).isEqualTo("1/2");
        CompletableFuture<InvocationResult> slow = invoke("Probe", "sleep 300");
        assertThat(answer("Probe", "count")).isEqualTo("2/1");
        slow.join();
        assertThat(answer("Probe", "count")).isEqualTo("2/3");
    }

    @Test
    void invokesAFunctionByItsAliasAndKnowsNoOther() {
        start(TestPackage.function("Probe", zip));

        assertThat(answer("Probe:live", "count")).isEqualTo("1/1");
        assertThat(answer("Probe:$LATEST", "count")).isEqualTo("1/2");
        assertThat(invoke("Probe:old", "count").join().functionError())
                .hasValue("ResourceNotFoundException");
        assertThatThrownBy(() -> lambda.invokeAsync("test-Probe:old", new byte[0]))
                .hasMessage("Function not found: test-Probe:old");
    }

    @Test
    void isolatesPackagesFromEachOtherAndFromTheRuntime() throws IOException {
        Path other = TestPackage.write(folder.resolve("other.zip"), "other");
        start(TestPackage.function("Probe", zip), TestPackage.function("Other", other));

        assertThat(answer("Probe", "count")).isEqualTo("1/1");
        assertThat(answer("Other", "count")).isEqualTo("1/1");
        assertThat(answer("Other", "version")).isEqualTo("other");
        assertThat(answer("Probe", "sees com.fasterxml.jackson.databind.JsonNode"))
                .isEqualTo("false");
        assertThat(answer("Probe", "sees java.sql.Connection")).isEqualTo("true");
    }

    @Test
    void endsAFunctionThatTakesTooLongAndThrowsItsEnvironmentAway() throws IOException {
        start(TestPackage.function("Probe", zip));
        answer("Probe", "count");

        JsonNode error = error("Probe", "sleep 5000");

        assertThat(error.path("errorType").asText()).isEqualTo("Sandbox.Timedout");
        assertThat(error.path("errorMessage").asText())
                .matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 1.00 seconds");
        assertThat(answer("Probe", "count")).isEqualTo("2/1");
    }

    @Test
    void refusesInvocationsBeyondTheReservedConcurrency() {
        start(TestPackage.function("Probe", zip, OptionalInt.of(1), Map.of(), AsyncPolicy.DEFAULT));

        CompletableFuture<InvocationResult> slow = invoke("Probe", "sleep 300");
        InvocationResult refused = invoke("Probe", "count").join();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.functionError()).hasValue("TooManyRequestsException");
        assertThat(slow.join().succeeded()).isTrue();
        assertThat(answer("Probe", "count")).isEqualTo("1/1");
    }

    @Test
    void metersGigabyteSecondsAndFailures() {
        start(TestPackage.function("Probe", zip));

        answer("Probe", "sleep 100");
        assertThat(invoke("Probe", "explode").join().succeeded()).isFalse();

        assertThat(meter.usage()).singleElement().satisfies(usage -> {
            assertThat(usage.use())
                    .isEqualTo(new Use("lambda", "lambda", "Invocation", "test-Probe"));
            assertThat(usage.calls()).isEqualTo(2);
            assertThat(usage.failures()).isEqualTo(1);
            assertThat(usage.units()).as("256 MB for 100 ms, and a little")
                    .isBetween(0.025, 0.5);
        });
    }

    @Test
    void reportsExceptionsWithClassMessageStackAndCause() throws IOException {
        start(TestPackage.function("Probe", zip));

        JsonNode error = error("Probe", "explode");

        assertThat(error.path("errorType").asText())
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(error.path("errorMessage").asText()).isEqualTo("can't explode");
        assertThat(error.at("/cause/errorType").asText()).isEqualTo("java.io.IOException");
        assertThat(error.at("/stackTrace/0").asText()).startsWith(
                "drivetrain.local.lambda.samples.Probe.handleRequest(Probe.java:");
        assertThat(answer("Probe", "count")).isEqualTo("1/1");
    }

    @Test
    void reportsAConstructorThatFailsAndTriesAgain() throws IOException {
        start(TestPackage.function("Probe", zip, OptionalInt.of(1), Map.of("BROKEN", "1"),
                AsyncPolicy.DEFAULT));

        assertThat(error("Probe", "count").path("errorMessage").asText())
                .isEqualTo("missing variables");
        assertThat(error("Probe", "count").path("errorMessage").asText())
                .isEqualTo("missing variables");
    }

    @Test
    void limitsPayloads() throws IOException {
        start(TestPackage.function("Probe", zip));

        InvocationResult tooLarge = lambda.invoke("test-Probe", new byte[6_291_457]).join();

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(invoke("Probe", "fill 6291456").join().payload()).hasSize(6_291_456);
        assertThat(error("Probe", "fill 6291557").path("errorType").asText())
                .isEqualTo("Function.ResponseSizeTooLarge");
        assertThatThrownBy(() -> lambda.invokeAsync("test-Probe", new byte[1_048_577]))
                .isInstanceOf(InvocationRefused.class);
    }

    @Test
    void knowsNoOtherFunctions() {
        start(TestPackage.function("Probe", zip));

        assertThat(lambda.invoke("nobody", new byte[0]).join().functionError())
                .hasValue("ResourceNotFoundException");
        assertThat(lambda.find("arn:aws:lambda:eu-central-1:000000000000:function:test-Probe:live"))
                .isPresent();
    }

    @Test
    @Timeout(30)
    void runsRebuiltCodeWhileRunningInvocationsFinishWithTheOld() throws Exception {
        start(TestPackage.slow("Probe", zip));
        CompletableFuture<InvocationResult> old = invoke("Probe", "sleep 4000");
        assertThat(answer("Probe", "version")).isEqualTo("one");

        TestPackage.write(zip, "twice");
        while (!logged.contains(
                "runtime shop.zip was rebuilt: its 1 functions run the new code")) {
            Thread.sleep(20);
        }

        assertThat(answer("Probe", "version")).isEqualTo("twice");
        assertThat(text(old.join())).isEqualTo("slept one");
    }

    @Test
    void retriesAsynchronousInvocationsAndThenSendsThemToTheDeadLetterQueue() throws Exception {
        start(TestPackage.function("Probe", zip, OptionalInt.empty(), Map.of(), new AsyncPolicy(2,
                Duration.ofHours(1), Optional.empty(), Optional.of(QUEUE), Optional.of(QUEUE))));

        lambda.invokeAsync("test-Probe", "\"explode\"".getBytes(StandardCharsets.UTF_8));
        JsonNode record = sent.poll(10, TimeUnit.SECONDS);
        JsonNode bare = sent.poll(10, TimeUnit.SECONDS);

        JsonNode envelope = new JsonMapper().readTree(record.path("MessageBody").asText());
        assertThat(record.path("QueueUrl").asText())
                .isEqualTo("http://127.0.0.1:1/000000000000/failures");
        assertThat(envelope.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(envelope.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
        assertThat(envelope.path("requestPayload").asText()).isEqualTo("explode");
        assertThat(envelope.at("/responsePayload/errorMessage").asText())
                .isEqualTo("can't \"explode\"");
        assertThat(bare.path("MessageBody").asText()).isEqualTo("\"explode\"");
        assertThat(bare.at("/MessageAttributes/ErrorCode/StringValue").asText()).isEqualTo("200");
        awaitNothingPending();
    }

    @Test
    void retriesThrottledAsynchronousInvocationsUntilTheyRun() throws Exception {
        start(TestPackage.function("Probe", zip, OptionalInt.empty(), Map.of(), new AsyncPolicy(0,
                Duration.ofHours(1), Optional.of(QUEUE), Optional.empty(), Optional.empty())));
        lambda.faults().throttle("Probe", 3);

        lambda.invokeAsync("test-Probe", "count".getBytes(StandardCharsets.UTF_8));

        assertThat(sent.poll(10, TimeUnit.SECONDS).path("MessageBody").asText())
                .contains("\"condition\":\"Success\"", "\"approximateInvokeCount\":1");
    }

    @Test
    void crashesBeforeOrAfterTheEffectWhenAsked() throws IOException {
        start(TestPackage.function("Probe", zip));
        lambda.faults().crashBefore("Probe", 1);
        lambda.faults().crashAfter("test-Probe", 1);

        assertThat(error("Probe", "log before").path("errorType").asText())
                .isEqualTo("Runtime.ExitError");
        assertThat(logged).doesNotContain("test-Probe before");
        assertThat(error("Probe", "log after").path("errorType").asText())
                .isEqualTo("Runtime.ExitError");
        assertThat(logged).contains("test-Probe after");
        assertThat(lambda.faults().left("Probe")).isZero();
        assertThat(answer("Probe", "count")).isEqualTo("3/1");
    }

    /** An event is done a moment after its destinations have their records. */
    private void awaitNothingPending() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (lambda.pendingAsync() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(lambda.pendingAsync()).isZero();
    }

    private void start(FunctionResource... functions) {
        lambda = new LambdaService(List.of(functions),
                new LambdaOptions(URI.create("http://127.0.0.1:1"), "eu-central-1", "000000000000",
                        0.0001, (service, operation, request) -> {
                            sent.add(request);
                            return CompletableFuture
                                    .completedFuture(JsonNodeFactory.instance.objectNode());
                        }, (function, text) -> logged.add(function + " " + text), meter));
    }

    private CompletableFuture<InvocationResult> invoke(String id, String event) {
        return lambda.invoke("test-" + id, event.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(String id, String event) {
        InvocationResult result = invoke(id, event).join();
        assertThat(result.functionError()).as(text(result)).isEmpty();
        return text(result);
    }

    private JsonNode error(String id, String event) throws IOException {
        InvocationResult result = invoke(id, event).join();
        assertThat(result.functionError()).hasValue("Unhandled");
        return new JsonMapper().readTree(result.payload());
    }

    private static String text(InvocationResult result) {
        return new String(result.payload(), StandardCharsets.UTF_8);
    }
}
