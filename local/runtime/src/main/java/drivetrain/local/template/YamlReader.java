package drivetrain.local.template;

import drivetrain.local.template.YamlNode.Kind;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML or JSON. CloudFormation's short forms become the long ones: {@code !Sub x} is read as
 * {@code {"Fn::Sub": "x"}}.
 */
final class YamlReader {
    private static final int LARGEST_FILE_CHARACTERS = 10_000_000;
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern
            .compile("[-+]?[0-9]+\\.[0-9]*([eE][-+]?[0-9]+)?");

    private final Path file;
    private final Problems problems;

    private YamlReader(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what isn't YAML is a problem, and reads as an empty mapping. */
    static YamlNode read(Path file, Problems problems) {
        YamlReader reader = new YamlReader(file, problems);
        SourceLine start = new SourceLine(file, 1);
        try (Reader text = Files.newBufferedReader(file)) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(LARGEST_FILE_CHARACTERS);
            Node root = new Yaml(options).compose(text);
            if (root != null) {
                return reader.convert(root);
            }
            problems.add(start, "the file is empty");
        } catch (MarkedYAMLException e) {
            problems.add(new SourceLine(file, e.getProblemMark().getLine() + 1),
                    "isn't valid YAML: " + e.getProblem());
        } catch (IOException | YAMLException e) {
            problems.add(start, "can't be read: " + e.getMessage());
        }
        return new YamlMap(start, Map.of());
    }

    private YamlNode convert(Node node) {
        SourceLine source = new SourceLine(file, node.getStartMark().getLine() + 1);
        YamlNode value = switch (node) {
            case ScalarNode scalar -> scalar(source, scalar);
            case SequenceNode sequence -> new YamlList(source,
                    sequence.getValue().stream().map(this::convert).toList());
            case MappingNode mapping -> new YamlMap(source, entries(mapping));
            default -> throw new IllegalStateException("Unexpected node " + node.getNodeId());
        };
        return isShortForm(node.getTag()) ? longForm(node.getTag(), value) : value;
    }

    private Map<String, YamlNode> entries(MappingNode mapping) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar
                    ? scalar.getValue()
                    : tuple.getKeyNode().toString();
            if (entries.put(key, convert(tuple.getValueNode())) != null) {
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                problems.add(new SourceLine(file, line), "the key " + key + " is there twice");
            }
        }
        return entries;
    }

    private static YamlScalar scalar(SourceLine source, ScalarNode node) {
        return new YamlScalar(source, node.getValue(), kind(node));
    }

    private static Kind kind(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        if (tag.equals(Tag.NULL)) {
            return Kind.NULL;
        }
        if (tag.equals(Tag.INT) && INTEGER.matcher(text).matches()) {
            return Kind.INTEGER;
        }
        return tag.equals(Tag.FLOAT) && DECIMAL.matcher(text).matches() ? Kind.DECIMAL : Kind.TEXT;
    }

    private static boolean isShortForm(Tag tag) {
        return tag.getValue().startsWith("!") && tag.getValue().length() > 1;
    }

    private static YamlNode longForm(Tag tag, YamlNode value) {
        String name = tag.getValue().substring(1);
        return switch (name) {
            case "Ref", "Condition" -> new YamlMap(value.source(), Map.of(name, value));
            case "GetAtt" -> new YamlMap(value.source(), Map.of("Fn::GetAtt", split(value)));
            default -> new YamlMap(value.source(), Map.of("Fn::" + name, value));
        };
    }

    private static YamlNode split(YamlNode value) {
        if (!(value instanceof YamlScalar scalar) || !scalar.text().contains(".")) {
            return value;
        }
        int dot = scalar.text().indexOf('.');
        return new YamlList(value.source(),
                List.of(YamlScalar.text(value.source(), scalar.text().substring(0, dot)),
                        YamlScalar.text(value.source(), scalar.text().substring(dot + 1))));
    }
}
