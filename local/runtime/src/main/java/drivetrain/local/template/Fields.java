package drivetrain.local.template;

import drivetrain.local.template.YamlNode.Kind;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the properties of one resource (or a part of it) and, at the end, reports those that
 * nobody read: a property that the runtime doesn't honour is an error, never ignored silently.
 */
final class Fields {
    private final SourceLine source;
    private final Map<String, YamlNode> entries;
    private final String owner;
    private final Problems problems;
    private final Set<String> left;

    Fields(YamlNode node, String owner, Problems problems) {
        this.source = node.source();
        this.owner = owner;
        this.problems = problems;
        this.entries = node instanceof YamlMap map ? map.entries() : Map.of();
        this.left = new LinkedHashSet<>(entries.keySet());
        if (!(node instanceof YamlMap) && !isBroken(node)) {
            problems.add(node, owner + " isn't a mapping");
        }
    }

    SourceLine source() {
        return source;
    }

    String owner() {
        return owner;
    }

    /** The value of a property, which counts as honoured from now on. */
    Optional<YamlNode> take(String name) {
        left.remove(name);
        return Optional.ofNullable(entries.get(name))
                .filter(node -> !(node instanceof YamlScalar scalar && scalar.kind() == Kind.NULL));
    }

    Optional<String> text(String name) {
        return take(name).map(node -> scalar(name, node).text());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    String required(String name) {
        return text(name).orElseGet(() -> {
            problems.add(source, owner + " has no " + name);
            return "";
        });
    }

    OptionalInt integer(String name, int least, int most) {
        Optional<YamlScalar> value = take(name).map(node -> scalar(name, node))
                .filter(scalar -> scalar.kind() != Kind.BROKEN);
        return value.isEmpty() ? OptionalInt.empty() : integer(name, value.get(), least, most);
    }

    private OptionalInt integer(String name, YamlScalar value, int least, int most) {
        if (value.text().matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        problems.add(value,
                owner + ": " + name + " must be a whole number from " + least + " to " + most);
        return OptionalInt.empty();
    }

    int integer(String name, int least, int most, int otherwise) {
        return integer(name, least, most).orElse(otherwise);
    }

    Duration seconds(String name, int least, int most, int otherwise) {
        return Duration.ofSeconds(integer(name, least, most, otherwise));
    }

    boolean flag(String name, boolean otherwise) {
        return take(name).map(node -> truth(name, scalar(name, node))).orElse(otherwise);
    }

    private boolean truth(String name, YamlScalar value) {
        if (!value.text().matches("(?i)true|false|yes|no|on|off") && value.kind() != Kind.BROKEN) {
            problems.add(value, owner + ": " + name + " must be true or false");
        }
        return value.truth();
    }

    Optional<List<YamlNode>> list(String name) {
        return take(name).map(node -> {
            if (node instanceof YamlList list) {
                return list.items();
            }
            report(node, name + " must be a list");
            return List.<YamlNode>of();
        });
    }

    Optional<Fields> object(String name) {
        return take(name).map(node -> new Fields(node, owner + "." + name, problems));
    }

    /** A mapping's entries, whatever their names. */
    Map<String, YamlNode> map(String name) {
        return take(name).map(node -> {
            if (node instanceof YamlMap map) {
                return map.entries();
            }
            report(node, name + " must be a mapping");
            return Map.<String, YamlNode>of();
        }).orElse(Map.of());
    }

    /** Properties that have no effect on this machine, such as tags. */
    void ignore(String... names) {
        left.removeAll(List.of(names));
    }

    void problem(String message) {
        problems.add(source, owner + " " + message);
    }

    void problem(YamlNode node, String message) {
        problems.add(node, owner + " " + message);
    }

    /** Reports the properties that nobody asked for. */
    void done() {
        left.forEach(name -> report(entries.get(name),
                name + " isn't supported by the local runtime"));
    }

    private YamlScalar scalar(String name, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar;
        }
        report(node, name + " must be a single value");
        return YamlScalar.broken(node.source());
    }

    private void report(YamlNode node, String message) {
        if (!isBroken(node)) {
            problems.add(node, owner + ": " + message);
        }
    }

    private static boolean isBroken(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.kind() == Kind.BROKEN;
    }
}
