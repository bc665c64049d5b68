package drivetrain.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code Events} of a function or of a state machine. */
final class EventSources {
    private final Reading reading;
    private final String owner;
    private final String ownerArn;
    private final String targetArn;

    /**
     * Of a function or workflow.
     *
     * @param targetArn
     *            what events are sent to: its alias, if it has one
     */
    EventSources(Reading reading, String owner, String ownerArn, String targetArn) {
        this.reading = reading;
        this.owner = owner;
        this.ownerArn = ownerArn;
        this.targetArn = targetArn;
    }

    void readAll(Map<String, YamlNode> events) {
        events.forEach((name, node) -> {
            Fields event = new Fields(node, owner + ".Events." + name, reading.problems());
            String type = event.required("Type");
            event.object("Properties").ifPresentOrElse(
                    properties -> read(name, type, properties, node),
                    () -> event.problem("has no Properties"));
            event.done();
        });
    }

    private void read(String name, String type, Fields event, YamlNode node) {
        String id = owner + name;
        switch (type) {
            case "EventBridgeRule", "CloudWatchEvent" -> rule(id, event);
            case "Schedule" -> new ScheduleReader(reading).ruleOf(id, event, targetArn);
            case "ScheduleV2" -> new ScheduleReader(reading).scheduleOf(id, event, targetArn);
            case "Api" -> whenFunction(event, type, () -> route(event));
            case "DynamoDB" -> whenFunction(event, type,
                    () -> new MappingReader(reading, ownerArn).stream(id, event));
            case "SQS" -> whenFunction(event, type,
                    () -> new MappingReader(reading, ownerArn).queue(id, event));
            default -> {
                reading.problems().add(node,
                        "the local runtime doesn't support events of type " + type);
                return;
            }
        }
        event.done();
    }

    private void whenFunction(Fields event, String type, Runnable read) {
        if (targetArn.contains(":function:")) {
            read.run();
        } else {
            event.problem("of type " + type + " isn't supported for a state machine");
        }
    }

    private void rule(String id, Fields event) {
        RuleReader rules = new RuleReader(reading);
        String bus = RuleReader.busName(event.text("EventBusName", "default"));
        String name = event.text("RuleName").orElse(reading.options().stackName() + "-" + id);
        boolean enabled = event.text("State", "ENABLED").equals("ENABLED");
        String targetId = event.object("Target").map(target -> target.text("Id", id)).orElse(id);
        rules.add(event, id, name, bus, enabled,
                List.of(new TargetReader().read(event, targetId, targetArn)));
        new PermissionReader(reading).ofRule(id, event.source(), rules.arn(name, bus), targetId,
                targetArn);
    }

    private void route(Fields event) {
        Optional<String> api = event.text("RestApiId");
        event.ignore("RequestModel", "RequestParameters", "TimeoutInMillis");
        ApiRoute route = new ApiRoute(event.source(), api.orElse(""), event.required("Method"),
                event.required("Path"), targetArn);
        reading.routes().add(route);
        new PermissionReader(reading).ofRoute(route);
    }
}
