package drivetrain.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationRefused;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import drivetrain.local.template.AccessRules;
import drivetrain.local.sqs.Message;
import drivetrain.local.sqs.QueueFixture;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.EventBusResource;
import drivetrain.local.template.RuleResource;
import drivetrain.local.template.RuleTarget;
import drivetrain.local.template.RuleTarget.FixedInput;
import drivetrain.local.template.RuleTarget.PartOfEvent;
import drivetrain.local.template.RuleTarget.TargetInput;
import drivetrain.local.template.RuleTarget.TransformedEvent;
import drivetrain.local.template.RuleTarget.WholeEvent;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.ScheduleResource;
import drivetrain.local.template.SourceLine;
import drivetrain.states.time.VirtualScheduler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventBusesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SourceLine SOURCE = new SourceLine(Path.of("template.yaml"), 1);
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:000000000000:function:f";
    private static final String BUS = "arn:aws:events:eu-central-1:000000000000:event-bus/";
    private static final String RULE = "arn:aws:events:eu-central-1:000000000000:rule/shop/";

    private final VirtualScheduler time = new VirtualScheduler(
            Instant.parse("2026-03-10T10:15:30Z"));
    private final Queues queues = new Queues(time,
            List.of(QueueFixture.standard("inbox"), QueueFixture.standard("dead")));
    private final List<String> invoked = new ArrayList<>();
    private final List<JsonNode> started = new ArrayList<>();
    private final List<RuleResource> rules = new ArrayList<>();
    private final List<ScheduleResource> schedules = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Meter meter = new Meter();
    private int refusals;
    private InvocationRefused refusal;

    @Test
    void sendsWhatARuleMatchesToItsTargets() {
        rule("shop",
                "{\"detail-type\":[\"Sold\"],\"detail\":{\"pieces\":[{\"numeric\":[\">\",2]}]}}",
                target(FUNCTION, new WholeEvent()),
                target(QueueFixture.arn("inbox"), new WholeEvent()));
        var buses = buses();

        var answer = buses.call("PutEvents", entries(entry("shop", "Sold", "{\"pieces\":3}"),
                entry("shop", "Sold", "{\"pieces\":2}"),
                entry("shop", "Bought", "{\"pieces\":3}"),
                entry("default", "Sold", "{\"pieces\":3}")));
        time.runUntilIdle();

        assertThat(answer.path("FailedEntryCount").asInt()).isZero();
        assertThat(invoked).hasSize(1);
        var event = json(invoked.getFirst());
        assertThat(event.path("id")).isEqualTo(answer.at("/Entries/0/EventId"));
        assertThat(event.path("source").asText()).isEqualTo("app");
        assertThat(event.path("detail-type").asText()).isEqualTo("Sold");
        assertThat(event.path("account").asText()).isEqualTo("000000000000");
        assertThat(event.path("region").asText()).isEqualTo("eu-central-1");
        assertThat(event.path("time").asText()).isEqualTo("2026-03-10T10:15:30Z");
        assertThat(event.path("detail")).isEqualTo(json("{\"pieces\":3}"));
        assertThat(json(inbox().getFirst().content().body())).isEqualTo(event);
    }

    @Test
    void metersEventsBySixtyFourKilobytesAndWhatQueuesAreSent() {
        rule("shop", "{\"detail-type\":[\"Sold\"]}",
                target(QueueFixture.arn("inbox"), new WholeEvent()));

        buses().call("PutEvents", entries(entry("shop", "Sold", "{}"),
                entry("shop", "Bought", "{\"text\":\"" + "x".repeat(65_536) + "\"}"),
                entry("nowhere", "Sold", "{}")));
        time.runUntilIdle();

        assertThat(meter.usage()).containsExactly(
                new Usage(new Use("events", "events", "CustomEvent", "shop"), 2, 0, 3),
                new Usage(new Use("events", "sqs", "SendMessage", "inbox"), 1, 0, 0));
    }

    @Test
    void sendsOnlyToRulesThatAreEnabled() {
        rules.add(new RuleResource(SOURCE, "Off", "off", RULE + "off", "default", false,
                (ObjectNode) json("{\"source\":[\"app\"]}"),
                List.of(target(FUNCTION, new WholeEvent()))));

        buses().call("PutEvents", entries(entry("default", "Sold", "{}")));
        time.runUntilIdle();

        assertThat(invoked).isEmpty();
    }

    @Test
    void tellsTheLogOfEveryEventWhetherARuleMatchesItOrNot() {
        rule("shop", "{\"detail-type\":[\"Sold\"]}", target(FUNCTION, new WholeEvent()));

        buses().call("PutEvents", entries(entry("shop", "Sold", "{}"),
                entry("shop", "Bought", "{}"), entry("nowhere", "Sold", "{}"),
                entry("default", "Sold", "{}")));

        assertThat(heard).containsExactly("shop: Sold", "shop: Bought", "default: Sold");
    }

    @Test
    void givesTargetsTheInputThatTheyAskFor() {
        rule("default", "{\"source\":[\"app\"]}", target(FUNCTION, new FixedInput("{\"a\":1}")),
                target(FUNCTION, new PartOfEvent("$.detail.lines[1]")),
                target(FUNCTION, new TransformedEvent(
                        Map.of("who", "$.detail.who", "n", "$.detail.n", "none", "$.detail.none"),
                        "{\"text\":\"<who> has <n><none>\",\"who\":<who>,\"n\":<n>,"
                                + "\"none\":<none>,\"rule\":\"<aws.events.rule-name>\","
                                + "\"kept\":\"<other>\"}")));

        buses().call("PutEvents", entries(entry("default", "Sold",
                "{\"who\":\"\\\"Ann\\\"\",\"n\":7,\"lines\":[1,{\"sku\":\"x\"}]}")));
        time.runUntilIdle();

        assertThat(invoked.stream().map(EventBusesTest::json)).containsExactlyInAnyOrder(
                json("{\"a\":1}"), json("{\"sku\":\"x\"}"),
                json("{\"text\":\"\\\"Ann\\\" has 7\",\"who\":\"\\\"Ann\\\"\",\"n\":7,"
                        + "\"none\":null,\"rule\":\"rule0\",\"kept\":\"<other>\"}"));
    }

    @Test
    void startsWorkflowsAndForwardsToOtherBuses() {
        rule("default", "{\"source\":[\"app\"]}", target(BUS + "shop", new WholeEvent()));
        rule("shop", "{\"source\":[\"app\"]}", target(
                "arn:aws:states:eu-central-1:000000000000:stateMachine:m", new FixedInput("{}")));

        buses().call("PutEvents", entries(entry("default", "Sold", "{}")));
        time.runUntilIdle();

        assertThat(started).containsExactly(json("{\"stateMachineArn\":"
                + "\"arn:aws:states:eu-central-1:000000000000:stateMachine:m\",\"input\":\"{}\"}"));
    }

    @Test
    void takesEventsOfServicesOnTheDefaultBus() {
        rule("default", "{\"source\":[\"aws.states\"]}", target(FUNCTION, new WholeEvent()));

        buses().publish((ObjectNode) json("{\"source\":\"aws.states\",\"detail\":{}}"));
        time.runUntilIdle();

        assertThat(invoked).hasSize(1);
    }

    @Test
    void answersEachEntryByItself() {
        var answer = buses().call("PutEvents", entries(entry("default", "Sold", "{}"),
                entry("default", "", "{}"), entry("default", "Sold", "[1]"),
                entry("default", "Sold", "{"), entry("nowhere", "Sold", "{}"),
                ((ObjectNode) entry("default", "Sold", "{}")).put("Source", "aws.ec2")));

        assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(5);
        assertThat(answer.path("Entries").valueStream()
                .map(result -> result.path("ErrorCode").asText("none"))).containsExactly("none",
                        "InvalidArgument", "MalformedDetail", "MalformedDetail",
                        "ResourceNotFoundException", "NotAuthorizedForSourceException");
    }

    @Test
    void refusesRequestsOverTheLimits() {
        var buses = buses();
        var eleven = new JsonNode[11];
        Arrays.fill(eleven, entry("default", "Sold", "{}"));
        var large = entry("default", "Sold", "{\"x\":\"" + "x".repeat(1024 * 1024) + "\"}");

        for (var request : List.of(entries(), entries(eleven), entries(large))) {
            assertThatThrownBy(() -> buses.call("PutEvents", request)).isInstanceOfSatisfying(
                    AwsFailure.class,
                    refused -> assertThat(refused.code()).isEqualTo("ValidationException"));
        }
    }

    @Test
    void retriesWhatMayPass() {
        rule("default", "{\"source\":[\"app\"]}", target(FUNCTION, new WholeEvent()));
        refusal = new InvocationRefused(429, "TooManyRequestsException", "busy");
        refusals = 4;

        buses().call("PutEvents", entries(entry("default", "Sold", "{}")));
        time.runUntilIdle();

        assertThat(refusals).isZero();
        assertThat(invoked).hasSize(1);
    }

    @Test
    void givesUpIntoTheDeadLetterQueueSayingWhy() {
        rule("default", "{\"source\":[\"app\"]}", target(FUNCTION, new FixedInput("{}")));
        refusal = new InvocationRefused(500, "ServiceException", "broken");
        refusals = 100;

        buses().call("PutEvents", entries(entry("default", "Sold", "{\"n\":1}")));
        time.runUntilIdle();

        var dead = dead();
        assertThat(json(dead.content().body()).path("detail")).isEqualTo(json("{\"n\":1}"));
        assertThat(attribute(dead, "RULE_ARN")).isEqualTo(RULE + "rule0");
        assertThat(attribute(dead, "TARGET_ARN")).isEqualTo(FUNCTION);
        assertThat(attribute(dead, "ERROR_CODE")).isEqualTo("ServiceException");
        assertThat(attribute(dead, "ERROR_MESSAGE")).isEqualTo("broken");
        assertThat(attribute(dead, "RETRY_ATTEMPTS")).isEqualTo("5");
        assertThat(attribute(dead, "EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumRetryAttempts");
        assertThat(refusals).isEqualTo(94);
    }

    @Test
    void doesNotRetryWhatCannotPass() {
        rule("default", "{\"source\":[\"app\"]}", target(FUNCTION, new WholeEvent()));
        refusal = new InvocationRefused(404, "ResourceNotFoundException", "gone");
        refusals = 100;

        buses().call("PutEvents", entries(entry("default", "Sold", "{}")));
        time.runUntilIdle();

        assertThat(refusals).isEqualTo(99);
        assertThat(attribute(dead(), "RETRY_ATTEMPTS")).isEqualTo("0");
    }

    @Test
    void firesSchedulesByTheClock() {
        schedules.add(schedule("rate(1 minute)", false, new WholeEvent()));
        schedules.add(schedule("rate(1 minute)", true, new WholeEvent()));
        schedules.add(schedule("cron(17 10 * * ? *)", true, new FixedInput("{\"cron\":true}")));
        var buses = buses();
        buses.startSchedules();

        time.advance(Duration.ofSeconds(59));
        assertThat(invoked).isEmpty();
        time.advance(Duration.ofSeconds(61));

        assertThat(invoked).hasSize(5).contains("{}", "{\"cron\":true}");
        var event = json(invoked.getFirst());
        assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
        assertThat(event.path("time").asText()).isEqualTo("2026-03-10T10:16:30Z");
        buses.close();
        time.advance(Duration.ofMinutes(10));
        assertThat(invoked).hasSize(5);
    }

    @Test
    void testsPatternsAndListsItsRules() {
        rule("shop", "{\"source\":[\"app\"]}", target(FUNCTION, new WholeEvent()));
        var buses = buses();

        var matched = buses.call("TestEventPattern", JSON.createObjectNode()
                .put("Event", "{\"source\":\"app\"}")
                .put("EventPattern", "{\"source\":[\"app\"]}"));
        var listed = buses.call("ListRules", JSON.createObjectNode().put("EventBusName", "shop"));

        assertThat(matched.path("Result").asBoolean()).isTrue();
        assertThat(listed.at("/Rules/0/Name").asText()).isEqualTo("rule0");
        assertThatThrownBy(() -> buses.call("TestEventPattern", JSON.createObjectNode()
                .put("Event", "{}").put("EventPattern", "{\"source\":\"app\"}")))
                .isInstanceOf(AwsFailure.class);
        assertThatThrownBy(() -> buses.call("CreateArchive", JSON.createObjectNode()))
                .hasMessageContaining("PutEvents");
    }

    private EventBuses buses() {
        var application = new SamApplication("app", "eu-central-1", "000000000000", List.of(),
                List.of(), List.of(),
                List.of(new EventBusResource(SOURCE, "Shop", "shop", BUS + "shop")), rules,
                schedules, List.of(), List.of(), List.of(), List.of(), AccessRules.NONE, Map.of());
        return new EventBuses(application, new EventBuses.Parts(time, new Functions(), queues,
                (service, operation, request) -> {
                    started.add(request);
                    return CompletableFuture.completedFuture(request);
                }, 1, 42,
                (bus, event) -> heard.add(bus + ": " + event.path("detail-type").asText()),
                meter));
    }

    private void rule(String bus, String pattern, RuleTarget... targets) {
        var name = "rule" + rules.size();
        rules.add(new RuleResource(SOURCE, name, name, RULE + name, bus, true,
                (ObjectNode) json(pattern), List.of(targets)));
    }

    private static RuleTarget target(String arn, TargetInput input) {
        return new RuleTarget(SOURCE, "target", arn, input, 5, Duration.ofHours(24),
                Optional.of(QueueFixture.arn("dead")), Optional.empty());
    }

    private static ScheduleResource schedule(String expression, boolean scheduler,
            TargetInput input) {
        return new ScheduleResource(SOURCE, "Clock", "clock", RULE + "clock", expression,
                ZoneOffset.UTC, true, scheduler, target(FUNCTION, input));
    }

    private static JsonNode entry(String bus, String detailType, String detail) {
        return JSON.createObjectNode().put("EventBusName", bus).put("Source", "app")
                .put("DetailType", detailType).put("Detail", detail);
    }

    private static ObjectNode entries(JsonNode... entries) {
        var request = JSON.createObjectNode();
        request.putArray("Entries").addAll(List.of(entries));
        return request;
    }

    private List<Message> inbox() {
        return queues.ofArn(QueueFixture.arn("inbox"))
                .receive(10, Duration.ZERO, Duration.ofSeconds(30)).join();
    }

    private Message dead() {
        return queues.ofArn(QueueFixture.arn("dead"))
                .receive(10, Duration.ZERO, Duration.ofSeconds(30)).join().getFirst();
    }

    private static String attribute(Message message, String name) {
        return message.content().attributes().path(name).path("StringValue").asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Records asynchronous invocations, after so many refusals. */
    private final class Functions implements FunctionInvoker {
        @Override
        public CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
            throw new UnsupportedOperationException("EventBridge invokes asynchronously");
        }

        @Override
        public void invokeAsync(String name, byte[] payload) {
            if (refusals > 0) {
                refusals--;
                throw refusal;
            }
            invoked.add(new String(payload, StandardCharsets.UTF_8));
        }
    }
}
