package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.events.EventBuses;
import drivetrain.local.events.EventLog;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.AccessRules;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.SamApplication;
import drivetrain.states.time.RealScheduler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

class EventsAndStatesEndpointTest {
    private static final RealScheduler TIME = new RealScheduler();

    private static LocalAws aws;

    @BeforeAll
    static void start() throws Exception {
        var application = new SamApplication("app", "eu-central-1", "000000000000", List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), AccessRules.NONE, Map.of());
        var buses = new EventBuses(application, new EventBuses.Parts(TIME, null,
                new Queues(TIME, List.of()),
                (service, operation, request) -> new CompletableFuture<>(), 1, 1,
                EventLog.silent(), new Meter()));
        aws = new LocalAws(Map.of("events", buses, "states", EventsAndStatesEndpointTest::states),
                List.of());
    }

    private static JsonNode states(String operation, JsonNode request) {
        if (request.path("name").asText().equals("taken")) {
            throw new AwsFailure(400, "ExecutionAlreadyExists", "Execution already exists: taken");
        }
        return JsonNodeFactory.instance.objectNode().put("executionArn", "arn:" + operation)
                .put("startDate", 1_700_000_000.25);
    }

    @AfterAll
    static void stop() {
        aws.close();
        TIME.close();
    }

    @Test
    void answersPutEventsEntryByEntry() {
        try (var client = aws.client(EventBridgeClient.builder()).build()) {
            var answer = client.putEvents(request -> request.entries(entry("{}"), entry("{")));

            assertThat(answer.failedEntryCount()).isEqualTo(1);
            assertThat(answer.entries().get(0).eventId()).isNotBlank();
            assertThat(answer.entries().get(1).errorCode()).isEqualTo("MalformedDetail");
            assertThatThrownBy(() -> client.putEvents(request -> request.entries(List.of())))
                    .isInstanceOfSatisfying(EventBridgeException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException"));
        }
    }

    @Test
    void passesStepFunctionsCallsOn() {
        try (var client = aws.client(SfnClient.builder()).build()) {
            var started = client.startExecution(request -> request.stateMachineArn("m"));

            assertThat(started.executionArn()).isEqualTo("arn:StartExecution");
            assertThat(started.startDate()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_250L));
            assertThatThrownBy(() -> client.startExecution(request -> request.stateMachineArn("m")
                    .name("taken"))).isInstanceOf(ExecutionAlreadyExistsException.class);
        }
    }

    private static PutEventsRequestEntry entry(String detail) {
        return PutEventsRequestEntry.builder().source("app").detailType("Sold").detail(detail)
                .build();
    }
}
