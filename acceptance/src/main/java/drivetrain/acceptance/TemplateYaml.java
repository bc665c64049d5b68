package drivetrain.acceptance;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads templates as they are written: nothing is resolved, and what nothing local runs shows. */
public final class TemplateYaml {
    private TemplateYaml() {}

    /** The template; what an intrinsic function is given stands in place of its result. */
    public static Map<?, ?> parse(String template) {
        return new Yaml(new WithoutIntrinsics()).load(template);
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
