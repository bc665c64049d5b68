package drivetrain.local.template;

import drivetrain.local.template.YamlNode.Kind;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces intrinsic functions by their values (AWS CloudFormation User Guide, "Intrinsic function
 * reference"), and includes what {@code AWS::Include} names.
 */
final class Intrinsics {
    private final Path folder;
    private final Names names;
    private final Conditions conditions;
    private final DynamicReferences dynamicReferences;
    private final Map<String, YamlNode> mappings;
    private final Problems problems;

    Intrinsics(YamlMap template, Parameters parameters, TemplateOptions options,
            Problems problems) {
        this.folder = template.source().file().toAbsolutePath().getParent();
        this.problems = problems;
        this.conditions = new Conditions(template, this::resolve, problems);
        this.dynamicReferences = new DynamicReferences(options, problems);
        this.mappings = template.get("Mappings") instanceof YamlMap map ? map.entries() : Map.of();
        this.names = new Names(template, parameters, options, this::text, conditions);
    }

    Conditions conditions() {
        return conditions;
    }

    Names names() {
        return names;
    }

    /** The node with every function replaced; keeps the lines. */
    YamlNode resolve(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> dynamicReferences.replace(scalar);
            case YamlList list -> new YamlList(list.source(), resolveAll(list.items()));
            case YamlMap map when isFunction(map) -> function(map);
            case YamlMap map -> new YamlMap(map.source(), entries(map));
        };
    }

    /** The text of a scalar after its functions are replaced; anything else is a problem. */
    String text(YamlNode node) {
        YamlNode value = resolve(node);
        if (value instanceof YamlScalar scalar) {
            return scalar.text();
        }
        problems.add(node, "must be a single value");
        return "";
    }

    private static boolean isFunction(YamlMap map) {
        String only = map.entries().size() == 1 ? map.entries().keySet().iterator().next() : "";
        return only.equals("Ref") || only.startsWith("Fn::");
    }

    private List<YamlNode> resolveAll(List<YamlNode> items) {
        return items.stream().map(this::resolve).filter(Intrinsics::isThere).toList();
    }

    private static boolean isThere(YamlNode node) {
        return !(node instanceof YamlScalar scalar && scalar.kind() == Kind.NO_VALUE);
    }

    private Map<String, YamlNode> entries(YamlMap map) {
        Map<String, YamlNode> resolved = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            if (key.equals("Fn::Transform") && include(value) instanceof YamlMap included) {
                resolved.putAll(included.entries());
                return;
            }
            YamlNode one = resolve(value);
            if (isThere(one)) {
                resolved.put(key, one);
            }
        });
        return resolved;
    }

    private YamlNode function(YamlMap map) {
        Map.Entry<String, YamlNode> call = map.entries().entrySet().iterator().next();
        YamlNode argument = call.getValue();
        return switch (call.getKey()) {
            case "Ref" -> reference(argument);
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::If" -> choose(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::FindInMap" -> find(argument);
            case "Fn::Base64" -> text(argument, Base64.getEncoder()
                    .encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
            case "Fn::Transform" -> include(argument);
            case "Fn::ImportValue" -> broken(argument,
                    "Fn::ImportValue can't be resolved: other stacks aren't known locally");
            default -> broken(argument, call.getKey() + " isn't supported by the local runtime");
        };
    }

    private YamlNode reference(YamlNode argument) {
        String name = argument instanceof YamlScalar scalar ? scalar.text() : "";
        return names.ref(name, argument)
                .orElseGet(() -> broken(argument, "Ref of " + name + ": there is no such thing"));
    }

    private YamlNode attribute(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 2, "Fn::GetAtt");
        if (parts.isEmpty()) {
            return YamlScalar.broken(argument.source());
        }
        return attribute(text(parts.get(0)), text(parts.get(1)), argument);
    }

    private YamlNode attribute(String id, String attribute, YamlNode user) {
        return names.attribute(id, attribute)
                .<YamlNode>map(value -> YamlScalar.text(user.source(), value))
                .orElseGet(() -> broken(user,
                        id + "." + attribute + " isn't known (Fn::GetAtt or Fn::Sub)"));
    }

    private YamlNode substitute(YamlNode argument) {
        YamlNode template = argument;
        Map<String, YamlNode> values = Map.of();
        if (argument instanceof YamlList list && list.items().size() == 2
                && list.items().get(1) instanceof YamlMap map) {
            template = list.items().get(0);
            values = map.entries();
        }
        if (!(template instanceof YamlScalar text)) {
            return broken(argument, "Fn::Sub takes a text, or a text and a mapping");
        }
        return dynamicReferences.replace(text(argument, substituted(text, values)));
    }

    private String substituted(YamlScalar template, Map<String, YamlNode> values) {
        return Placeholders.replace(template.text(), name -> {
            YamlNode value = values.get(name);
            return value != null ? text(value) : text(named(name, template));
        });
    }

    private YamlNode named(String name, YamlNode user) {
        int dot = name.indexOf('.');
        return names.ref(name, user).orElseGet(() -> dot < 0
                ? broken(user, "${" + name + "}: there is no such thing")
                : attribute(name.substring(0, dot), name.substring(dot + 1), user));
    }

    private YamlNode choose(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 3, "Fn::If");
        if (parts.isEmpty()) {
            return YamlScalar.broken(argument.source());
        }
        boolean holds = conditions.holds(text(parts.get(0)), argument);
        return resolve(parts.get(holds ? 1 : 2));
    }

    private YamlNode join(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 2, "Fn::Join");
        if (parts.isEmpty() || !(resolve(parts.get(1)) instanceof YamlList list)) {
            return broken(argument, "Fn::Join takes a separator and a list");
        }
        return text(argument,
                list.items().stream().map(this::text)
                        .collect(Collectors.joining(text(parts.get(0)))));
    }

    private YamlNode split(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 2, "Fn::Split");
        if (parts.isEmpty()) {
            return YamlScalar.broken(argument.source());
        }
        String separator = Pattern.quote(text(parts.get(0)));
        return new YamlList(argument.source(),
                Arrays.stream(text(parts.get(1)).split(separator, -1))
                        .map(part -> (YamlNode) text(argument, part)).toList());
    }

    private YamlNode select(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 2, "Fn::Select");
        String index = parts.isEmpty() ? "" : text(parts.get(0));
        if (index.matches("[0-9]{1,4}") && resolve(parts.get(1)) instanceof YamlList list
                && Integer.parseInt(index) < list.items().size()) {
            return list.items().get(Integer.parseInt(index));
        }
        return broken(argument, "Fn::Select takes an index and a list that is long enough");
    }

    private YamlNode find(YamlNode argument) {
        List<YamlNode> parts = arguments(argument, 3, "Fn::FindInMap");
        if (parts.isEmpty()) {
            return YamlScalar.broken(argument.source());
        }
        List<String> keys = new ArrayList<>(parts.stream().map(this::text).toList());
        YamlNode found = new YamlMap(argument.source(), mappings);
        for (String key : keys) {
            found = found instanceof YamlMap map ? map.get(key) : null;
        }
        return found != null
                ? found
                : broken(argument, "Mappings has no " + String.join(".", keys));
    }

    private YamlNode include(YamlNode argument) {
        Fields transform = new Fields(argument, "Fn::Transform", problems);
        String name = transform.required("Name");
        String location = transform.object("Parameters")
                .map(parameters -> text(parameters.take("Location").orElse(argument))).orElse("");
        Path file = folder.resolve(location);
        if (!name.equals("AWS::Include") || location.isEmpty() || location.startsWith("s3:")) {
            return broken(argument, "Fn::Transform must be AWS::Include of a local file");
        }
        return resolve(YamlReader.read(file, problems));
    }

    private List<YamlNode> arguments(YamlNode argument, int count, String function) {
        if (argument instanceof YamlList list && list.items().size() == count) {
            return list.items();
        }
        problems.add(argument, function + " takes " + count + " values");
        return List.of();
    }

    private YamlNode broken(YamlNode node, String message) {
        problems.add(node, message);
        return YamlScalar.broken(node.source());
    }

    private static YamlScalar text(YamlNode user, String text) {
        return YamlScalar.text(user.source(), text);
    }
}
