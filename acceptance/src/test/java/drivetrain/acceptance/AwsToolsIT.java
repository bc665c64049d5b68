package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** An operator's tools work on the AWS endpoint as they do on AWS. */
@ExtendWith(SharedSystem.class)
class AwsToolsIT {
    @Test
    void theSdkShowsWhatACheckoutDid(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");
        shop.sagas().awaitRest(order);

        var history = shop.aws().workflows().getExecutionHistory(request -> request
                .executionArn(shop.sagas().checkout(order).executionArn())).events();

        assertThat(history).extracting(event -> event.type())
                .startsWith(HistoryEventType.EXECUTION_STARTED, HistoryEventType.TASK_STATE_ENTERED)
                .endsWith(HistoryEventType.SUCCEED_STATE_EXITED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(history).filteredOn(event -> event.type() == HistoryEventType.TASK_SUCCEEDED)
                .as("tasks of a checkout").hasSize(7);
    }

    @Test
    void theSdkInvokesAFunctionDirectly(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        var answer = shop.aws().invoke("CommitStock", "{\"orderId\": \"" + order.id()
                + "\", \"correlationId\": \"" + order.id() + "\"}");

        assertThat(answer.functionError()).isNull();
        assertThat(answer.payload().asUtf8String()).contains("COMMITTED");
        assertThat(shop.books().problems()).as("committing twice is committing once").isEmpty();
    }

    @Test
    void theCommandLineWorks(Shop shop) throws Exception {
        assumeTrue(hasCommandLine(), "the aws command line isn't on this machine");
        Product servo = shop.product(12_900, 10);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");
        String execution = shop.sagas().checkout(order).executionArn();

        assertThat(aws(shop.aws().place(), "dynamodb", "list-tables").path("TableNames"))
                .isNotEmpty();
        assertThat(aws(shop.aws().place(), "sqs", "list-queues").path("QueueUrls")).isNotEmpty();
        assertThat(aws(shop.aws().place(), "lambda", "list-functions").path("Functions"))
                .isNotEmpty();
        assertThat(aws(shop.aws().place(), "stepfunctions", "describe-execution", "--execution-arn",
                execution).path("name").asText()).isEqualTo(order.id());
        assertThat(aws(shop.aws().place(), "events", "put-events", "--entries",
                "[{\"Source\": \"acceptance\", \"DetailType\": \"Nothing\", \"Detail\": \"{}\"}]")
                .path("FailedEntryCount").asInt(-1)).isZero();
    }

    private static boolean hasCommandLine() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("aws", "--version").redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode aws(AwsPlace place, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("aws", "--region", place.region(), "--output", "json"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        place.endpoint().ifPresent(endpoint -> {
            command.addAll(List.of("--endpoint-url", endpoint.toString()));
            builder.environment().put("AWS_ACCESS_KEY_ID", "operator");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", "operator");
        });
        command.addAll(List.of(arguments));
        Process process = builder.command(command).start();
        String output = new String(process.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", String.join(" ", command), output).isZero();
        return Http.JSON.readTree(output);
    }
}
