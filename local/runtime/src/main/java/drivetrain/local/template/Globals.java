package drivetrain.local.template;

import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The section {@code Globals}, merged as SAM does: mappings are merged, lists are joined with the
 * global items first, and of single values the resource's own wins (AWS SAM Developer Guide,
 * "Globals section").
 */
final class Globals {
    private static final Map<String, String> SECTIONS = Map.of("AWS::Serverless::Function",
            "Function", "AWS::Serverless::Api", "Api", "AWS::Serverless::SimpleTable",
            "SimpleTable", "AWS::Serverless::StateMachine", "StateMachine");

    private final Map<String, YamlNode> sections;

    Globals(YamlMap template, Problems problems) {
        this.sections = template.get("Globals") instanceof YamlMap map ? map.entries() : Map.of();
        sections.forEach((name, section) -> {
            if (!SECTIONS.containsValue(name)) {
                problems.add(section, "Globals." + name + " isn't supported by the local runtime");
            }
        });
    }

    /** The properties of a resource over those that its type has globally. */
    YamlNode merged(String type, YamlNode properties) {
        YamlNode section = sections.get(SECTIONS.getOrDefault(type, ""));
        return section == null ? properties : merge(section, properties);
    }

    private static YamlNode merge(YamlNode global, YamlNode local) {
        if (global instanceof YamlMap under && local instanceof YamlMap over
                && !isFunction(under) && !isFunction(over)) {
            Map<String, YamlNode> entries = new LinkedHashMap<>(under.entries());
            over.entries().forEach((key, value) -> entries.merge(key, value, Globals::merge));
            return new YamlMap(local.source(), entries);
        }
        if (global instanceof YamlList under && local instanceof YamlList over) {
            return new YamlList(local.source(),
                    Stream.concat(under.items().stream(), over.items().stream()).toList());
        }
        return local;
    }

    private static boolean isFunction(YamlMap map) {
        return map.entries().keySet().stream()
                .anyMatch(key -> key.startsWith("Fn::") || key.equals("Ref"));
    }
}
