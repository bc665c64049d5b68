package drivetrain.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The template as it is written, with what intrinsic functions are given in place of their result. */
final class TemplateText {
    private TemplateText() {}

    /** The properties of all resources of a type, by logical id. */
    static Map<String, Map<?, ?>> resources(String type) {
        Map<String, Map<?, ?>> found = new TreeMap<>();
        ((Map<?, ?>) read().get("Resources")).forEach((id, resource) -> {
            if (((Map<?, ?>) resource).get("Type").equals(type)) {
                found.put((String) id, (Map<?, ?>) ((Map<?, ?>) resource).get("Properties"));
            }
        });
        return found;
    }

    /** The names of all parameters. */
    static Set<String> parameters() {
        return ((Map<?, ?>) read().get("Parameters")).keySet().stream().map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a parameter is unless it is given. */
    static String parameterDefault(String name) {
        var parameter = (Map<?, ?>) ((Map<?, ?>) read().get("Parameters")).get(name);
        return (String) parameter.get("Default");
    }

    private static Map<?, ?> read() {
        try (Reader text = Files.newBufferedReader(Project.path("template.yaml"))) {
            return new Yaml(new WithoutIntrinsics()).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class WithoutIntrinsics extends SafeConstructor {
        WithoutIntrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalStateException("unknown node " + node);
                    };
                }
            });
        }
    }
}
