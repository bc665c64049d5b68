package drivetrain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.TemplateException;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
    @TempDir
    private Path folder;

    @Test
    void runsAnApplicationFromItsTemplateAndStopsCleanly() throws Exception {
        Path template = MiniApplication.write(folder);
        Set<Thread> before = platformThreads();
        URI api;
        try (LocalRuntime runtime = LocalRuntime.of(template).stackName("mini")
                .parameter("Greeting", "good day").start()) {
            api = runtime.apiUrl();
            assertThat(get(api.resolve("/greeting"))).isEqualTo("good day");

            String started = aws(runtime, "AWSStepFunctions.StartExecution",
                    "{\"stateMachineArn\": \"" + runtime.application().workflows().getFirst().arn()
                            + "\", \"input\": \"7\"}")
                    .path("executionArn").asText();
            ExecutionDescription execution = runtime.workflows().engine().executions()
                    .finished(started).toCompletableFuture().get(30, TimeUnit.SECONDS);

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(aws(runtime, "DynamoDB_20120810.Scan", "{\"TableName\": \"mini-Guests\"}")
                    .at("/Items/0/name/S").asText()).isEqualTo("good day");
        }

        assertThatThrownBy(() -> get(api.resolve("/greeting"))).isInstanceOf(IOException.class);
        for (int i = 0; i < 50 && !ours(before).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(ours(before)).isEmpty();
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        Path template = MiniApplication.write(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            LocalRuntimeBuilder runtime = LocalRuntime.of(template).apiPort(taken.getLocalPort());

            assertThatThrownBy(runtime::start).isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "Port " + taken.getLocalPort() + " is in use; stop what uses it, or "
                                    + "choose another one with --api-port.");
        }
    }

    @Test
    void givesTheStandInsThePortsAfterTheAwsEndpoints() throws IOException {
        Path template = MiniApplication.write(folder);
        int port = threeFreePorts();
        try (LocalRuntime runtime = LocalRuntime.of(template).awsPort(port).start()) {
            assertThat(runtime.awsUrl()).hasPort(port);
            assertThat(runtime.tokenUrl()).hasPort(port).hasPath("/oauth2/token");
            assertThat(runtime.standIns().payments().url()).hasPort(port + 1);
            assertThat(runtime.standIns().carrier().url()).hasPort(port + 2);
            LocalRuntimeBuilder another = LocalRuntime.of(template).awsPort(port - 2);

            assertThatThrownBy(another::start).isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + port + " is in use; stop what uses it, or choose another "
                            + "one with --aws-port.");
        }
    }

    /** The first of three beside each other, with two more free before it. */
    private static int threeFreePorts() {
        for (int port = 20_002; port < 30_000; port += 5) {
            if (IntStream.rangeClosed(port - 2, port + 2).allMatch(LocalRuntimeTest::isFree)) {
                return port;
            }
        }
        throw new IllegalStateException("No five ports beside each other are free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void startsNothingFromABrokenTemplate() throws IOException {
        Path template = MiniApplication.write(folder);
        Files.delete(folder.resolve("greet.zip"));

        assertThatThrownBy(() -> LocalRuntime.of(template).start())
                .isInstanceOf(TemplateException.class)
                .hasMessage("template.yaml:8: AWS::Serverless::Function Greet names a package that "
                        + "doesn't exist: greet.zip; build it first");
    }

    @Test
    void issuesTokensAndStandsInForProviders() throws Exception {
        try (LocalRuntime runtime = LocalRuntime.of(MiniApplication.write(folder)).start()) {
            assertThat(runtime.token("alice", "customer").split("\\.")).hasSize(3);
            assertThat(runtime.standIns().payments().payments()).isEqualTo(Map.of());
        }
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }

    private static JsonNode aws(LocalRuntime runtime, String target, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(runtime.awsUrl())
                    .header("X-Amz-Target", target)
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
            String answer = client.send(request, BodyHandlers.ofString()).body();
            return new JsonMapper().readValue(answer, ObjectNode.class);
        }
    }

    private static Set<Thread> platformThreads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Threads that the runtime has left behind; those of the JDK's own pools stay. */
    private static Set<String> ours(Set<Thread> before) {
        return platformThreads().stream().filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool") && !name.contains("VirtualThread")
                        && !name.startsWith("HttpClient") && !name.startsWith("Cleaner")
                        && !name.startsWith("process reaper") && !name.startsWith("Read-Poller")
                        && !name.startsWith("Write-Poller") && !name.startsWith("Master"))
                .collect(Collectors.toSet());
    }
}
