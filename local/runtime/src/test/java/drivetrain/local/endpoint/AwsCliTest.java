package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.local.aws.AwsService;
import drivetrain.local.sqs.QueueFixture;
import drivetrain.local.sqs.Queues;
import drivetrain.states.time.RealScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the {@code aws} command of this machine says to the endpoint, if there is one. */
class AwsCliTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ENDED_WELL = 0;

    @TempDir
    private Path home;

    @Test
    void speaksToEachService() throws Exception {
        assumeTrue(isInstalled(), "the aws command isn't on this machine's PATH");
        AwsService states = (operation, request) -> JSON.createObjectNode()
                .put("executionArn", "arn:" + request.path("name").asText())
                .put("startDate", 1_700_000_000.5);
        try (var time = new RealScheduler();
                var aws = new LocalAws(Map.of("sqs",
                        new Queues(time, List.of(QueueFixture.standard("work"))), "states", states),
                        List.of())) {
            createAndReadATable(aws);
            assertThat(run(aws, "sqs", "get-queue-url", "--queue-name", "work")
                    .path("QueueUrl").asText()).endsWith("/work");
            assertThat(run(aws, "stepfunctions", "start-execution",
                    "--state-machine-arn", "arn:aws:states:eu-central-1:000000000000:m", "--name",
                    "order-1").path("executionArn").asText()).isEqualTo("arn:order-1");
            assertThat(run(aws, "sts", "get-caller-identity").path("Account").asText())
                    .isEqualTo("000000000000");
            run(aws, "lambda", "invoke", "--function-name", "echo",
                    home.resolve("out.json").toString());
            assertThat(fail(aws, "sqs", "get-queue-url", "--queue-name", "nobody"))
                    .contains("NonExistentQueue");
        }
    }

    private void createAndReadATable(LocalAws aws) throws Exception {
        run(aws, "dynamodb", "create-table", "--table-name", "Cli",
                "--attribute-definitions", "AttributeName=id,AttributeType=S", "--key-schema",
                "AttributeName=id,KeyType=HASH", "--billing-mode", "PAY_PER_REQUEST");
        run(aws, "dynamodb", "put-item", "--table-name", "Cli", "--item",
                "{\"id\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}");

        var found = run(aws, "dynamodb", "scan", "--table-name", "Cli");

        assertThat(found.at("/Items/0/n/N").asText()).isEqualTo("1");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("aws", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == ENDED_WELL;
        } catch (IOException missing) {
            return false;
        }
    }

    private JsonNode run(LocalAws aws, String... arguments) throws Exception {
        var process = start(aws, arguments);
        var output = read(process);
        assertThat(process.exitValue()).as(output).isEqualTo(ENDED_WELL);
        return output.startsWith("{") ? JSON.readTree(output) : JSON.nullNode();
    }

    private String fail(LocalAws aws, String... arguments) throws Exception {
        var process = start(aws, arguments);
        var output = read(process);
        assertThat(process.exitValue()).as(output).isNotEqualTo(ENDED_WELL);
        return output;
    }

    private Process start(LocalAws aws, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("aws", "--endpoint-url", aws.address.toString(),
                "--region", "eu-central-1", "--output", "json"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "cli", "AWS_SECRET_ACCESS_KEY",
                "secret", "AWS_CONFIG_FILE", home.resolve("none").toString(), "AWS_PAGER", ""));
        return builder.start();
    }

    private static String read(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
