package drivetrain.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.template.RuleResource;
import drivetrain.states.time.Scheduler;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.event.ruler.Machine;

/** EventBridge's operations in its JSON (Amazon EventBridge API Reference). */
final class EventsApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BAD_REQUEST = 400;

    private final EventBuses buses;
    private final EventEntries entries;
    private final Scheduler scheduler;
    private final Meter meter;
    private final Map<String, UnaryOperator<JsonNode>> operations = new TreeMap<>();

    EventsApi(EventBuses buses, EventEntries entries, Scheduler scheduler, Meter meter) {
        this.buses = buses;
        this.entries = entries;
        this.scheduler = scheduler;
        this.meter = meter;
        operations.put("PutEvents", this::putEvents);
        operations.put("ListEventBuses", this::listBuses);
        operations.put("ListRules", this::listRules);
        operations.put("TestEventPattern", EventsApi::testPattern);
    }

    JsonNode call(String operation, JsonNode request) {
        var found = operations.get(operation);
        if (found == null) {
            throw new AwsFailure(BAD_REQUEST, "UnknownOperationException",
                    "The local EventBridge has no " + operation + "; it has "
                            + String.join(", ", operations.keySet()));
        }
        return found.apply(request);
    }

    private ObjectNode putEvents(JsonNode request) {
        EventEntries.check(request.path("Entries"));
        var answer = JsonNodeFactory.instance.objectNode();
        var results = answer.putArray("Entries");
        int failed = 0;
        for (var entry : request.path("Entries")) {
            try {
                var event = entries.toEvent(entry, scheduler.now());
                var bus = bus(entry);
                buses.put(bus, event);
                meter.count(new Use("events", "events", "CustomEvent", bus.name()),
                        EventEntries.billed(entry));
                results.addObject().set("EventId", event.get("id"));
            } catch (AwsFailure refused) {
                failed++;
                results.addObject().put("ErrorCode", refused.code()).put("ErrorMessage",
                        refused.getMessage());
            }
        }
        return answer.put("FailedEntryCount", failed);
    }

    /** By name or ARN; the default bus if none is named. */
    private EventBus bus(JsonNode request) {
        return buses.ofArn(request.path("EventBusName").asText("default"));
    }

    private ObjectNode listBuses(JsonNode request) {
        var prefix = request.path("NamePrefix").asText("");
        var answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("EventBuses");
        buses.all().stream().filter(bus -> bus.name().startsWith(prefix))
                .forEach(bus -> list.addObject().put("Name", bus.name()).put("Arn", bus.arn()));
        return answer;
    }

    private ObjectNode listRules(JsonNode request) {
        var prefix = request.path("NamePrefix").asText("");
        var answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("Rules");
        bus(request).rules().stream().filter(rule -> rule.name().startsWith(prefix))
                .forEach(rule -> list.add(describe(rule)));
        return answer;
    }

    private static ObjectNode describe(RuleResource rule) {
        return JsonNodeFactory.instance.objectNode().put("Name", rule.name())
                .put("Arn", rule.arn()).put("EventPattern", rule.pattern().toString())
                .put("State", rule.enabled() ? "ENABLED" : "DISABLED")
                .put("EventBusName", rule.busName());
    }

    private static ObjectNode testPattern(JsonNode request) {
        var machine = Machine.builder().build();
        try {
            machine.addRule("tested", request.path("EventPattern").asText());
            var event = JSON.readTree(request.path("Event").asText());
            return JsonNodeFactory.instance.objectNode().put("Result",
                    !machine.rulesForJSONEvent(event).isEmpty());
        } catch (IOException malformed) {
            var failure = new AwsFailure(BAD_REQUEST, "InvalidEventPatternException",
                    "Event pattern is not valid. Reason: " + malformed.getMessage());
            failure.initCause(malformed);
            throw failure;
        }
    }
}
