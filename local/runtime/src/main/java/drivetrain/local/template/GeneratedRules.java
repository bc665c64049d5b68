package drivetrain.local.template;

import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.util.Optional;
import java.util.function.Function;

/** The ARNs of the rules and schedules that SAM makes of events. */
final class GeneratedRules {
    private final TemplateOptions options;
    private final Function<YamlNode, String> resolve;

    GeneratedRules(TemplateOptions options, Function<YamlNode, String> resolve) {
        this.options = options;
        this.resolve = resolve;
    }

    /** Empty for events that aren't rules, such as streams. */
    Optional<String> arn(String id, YamlMap event) {
        String type = event.get("Type") instanceof YamlScalar text ? text.text() : "";
        return Optional.ofNullable(switch (type) {
            case "EventBridgeRule", "CloudWatchEvent" -> options.arn("events",
                    "rule/" + busPrefix(event) + name(id, "RuleName", event));
            case "Schedule" -> options.arn("events", "rule/" + name(id, "Name", event));
            case "ScheduleV2" ->
                options.arn("scheduler", "schedule/default/" + name(id, "Name", event));
            default -> null;
        });
    }

    private String name(String id, String property, YamlMap event) {
        return property(event, property).orElse(options.stackName() + "-" + id);
    }

    private String busPrefix(YamlMap event) {
        String bus = RuleReader.busName(property(event, "EventBusName").orElse("default"));
        return bus.equals("default") ? "" : bus + "/";
    }

    private Optional<String> property(YamlMap event, String name) {
        return event.get("Properties") instanceof YamlMap properties
                ? Optional.ofNullable(properties.get(name)).map(resolve)
                : Optional.empty();
    }
}
