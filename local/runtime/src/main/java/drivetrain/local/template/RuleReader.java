package drivetrain.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code AWS::Events::Rule}, and the rules of SAM events. */
final class RuleReader {
    private static final JsonMapper JSON = new JsonMapper();

    private final Reading reading;

    RuleReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        String name = reading.names().physicalName(resource.id());
        String bus = busName(fields.text("EventBusName", "default"));
        boolean enabled = !fields.text("State", "ENABLED").equals("DISABLED");
        List<RuleTarget> targets = fields.list("Targets").orElse(List.of()).stream()
                .map(node -> target(resource, arn(name, bus), node)).toList();
        Optional<String> expression = fields.text("ScheduleExpression");
        expression.ifPresent(when -> targets.forEach(target -> reading.schedules()
                .add(new ScheduleResource(fields.source(), resource.id(), name, arn(name, bus),
                        when, ZoneOffset.UTC, enabled, false, target))));
        if (expression.isEmpty() || fields.take("EventPattern").isPresent()) {
            add(fields, resource.id(), name, bus, enabled, targets, "EventPattern");
        }
        fields.ignore("Name", "Description", "Tags", "RoleArn");
        fields.done();
    }

    private RuleTarget target(Resource rule, String ruleArn, YamlNode node) {
        Fields fields = new Fields(node, rule.id() + ".Targets", reading.problems());
        RuleTarget target = new TargetReader().read(fields, fields.required("Id"),
                fields.required("Arn"));
        fields.text("RoleArn").ifPresent(role -> reading.roles()
                .use(AccessRules.target(ruleArn, target.id()), fields.source(), rule.id(), role));
        fields.done();
        return target;
    }

    void add(Fields fields, String id, String name, String bus, boolean enabled,
            List<RuleTarget> targets) {
        add(fields, id, name, bus, enabled, targets, "Pattern");
    }

    private void add(Fields fields, String id, String name, String bus, boolean enabled,
            List<RuleTarget> targets, String patternProperty) {
        ObjectNode pattern = fields.take(patternProperty).map(node -> pattern(fields, node))
                .orElseGet(() -> {
                    fields.problem("has no " + patternProperty);
                    return JsonNodeFactory.instance.objectNode();
                });
        reading.rules().add(new RuleResource(fields.source(), id, name, arn(name, bus), bus,
                enabled, pattern, targets));
    }

    private static ObjectNode pattern(Fields fields, YamlNode node) {
        JsonNode json = node.toJson();
        try {
            json = node instanceof YamlScalar text ? JSON.readTree(text.text()) : json;
        } catch (JsonProcessingException e) {
            fields.problem(node, "has a pattern that isn't JSON: " + e.getOriginalMessage());
        }
        if (json instanceof ObjectNode pattern) {
            return pattern;
        }
        fields.problem(node, "has a pattern that isn't a mapping");
        return JsonNodeFactory.instance.objectNode();
    }

    String arn(String name, String bus) {
        return reading.options().arn("events",
                "rule/" + (bus.equals("default") ? "" : bus + "/") + name);
    }

    /** The name of a bus from its name or ARN. */
    static String busName(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
