package drivetrain.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A SAM template and the local files that it names: the code of functions, the definitions of
 * workflows and APIs, and what {@code AWS::Include} takes in. {@code sam package} writes the template
 * anew; here nothing changes but the addresses of these files.
 */
public final class PackagedTemplate {
    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String WORKFLOW = "AWS::Serverless::StateMachine";
    private static final String API = "AWS::Serverless::Api";
    /** The property that names a file, by the type of the resource. */
    private static final Map<String, String> FILES = Map.of(FUNCTION, "CodeUri", WORKFLOW,
            "DefinitionUri", API, "DefinitionUri");
    /** Types with files that nobody has needed yet; passed over, they would fail far from here. */
    private static final Set<String> UNKNOWN = Set.of("AWS::Serverless::LayerVersion",
            "AWS::Serverless::Application", "AWS::Serverless::HttpApi", "AWS::Lambda::Function",
            "AWS::Lambda::LayerVersion", "AWS::CloudFormation::Stack");

    private final Path folder;
    private final String text;
    private final List<Mention> mentions = new ArrayList<>();
    private final MappingNode root;

    /** A place in the template's text that names a file. */
    private record Mention(int start, int end, Path file) {}

    private PackagedTemplate(Path folder, String text) {
        this.folder = folder;
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        if (!(new Yaml(options).compose(new StringReader(text)) instanceof MappingNode mapping)) {
            throw new IllegalArgumentException("A template is a mapping");
        }
        this.root = mapping;
        member(root, "Resources").ifPresent(this::readResources);
        readIncludes(root);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException
     *             if it names a file that isn't there, or has files in places that are not known here
     */
    public static PackagedTemplate read(Path template) {
        try {
            return new PackagedTemplate(template.toAbsolutePath().getParent(),
                    Files.readString(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files, each once. */
    public List<Path> files() {
        return mentions.stream().map(Mention::file).distinct().toList();
    }

    /** The names of the template's parameters. */
    public Set<String> parameters() {
        return member(root, "Parameters").map(PackagedTemplate::names).orElse(Set.of());
    }

    /** The template's text with other addresses in place of the files'. */
    public String text(Function<Path, String> addresses) {
        StringBuilder packaged = new StringBuilder(text);
        mentions.stream().sorted(Comparator.comparingInt(Mention::start).reversed())
                .forEach(one -> packaged.replace(one.start(), one.end(),
                        addresses.apply(one.file())));
        return packaged.toString();
    }

    private void readResources(Node resources) {
        for (NodeTuple resource : ((MappingNode) resources).getValue()) {
            String type = member(resource.getValueNode(), "Type").map(PackagedTemplate::scalar)
                    .orElse("");
            if (UNKNOWN.contains(type)) {
                throw new IllegalArgumentException(scalar(resource.getKeyNode())
                        + ": packaging doesn't know the files of " + type);
            }
            Optional.ofNullable(FILES.get(type))
                    .flatMap(name -> member(resource.getValueNode(), "Properties")
                            .flatMap(properties -> member(properties, name)))
                    .ifPresent(this::mention);
        }
    }

    /** {@code Fn::Transform} with {@code AWS::Include} may stand anywhere. */
    private void readIncludes(Node node) {
        if (node instanceof MappingNode mapping) {
            member(mapping, "Fn::Transform").filter(PackagedTemplate::isInclude)
                    .flatMap(transform -> member(transform, "Parameters"))
                    .flatMap(parameters -> member(parameters, "Location"))
                    .ifPresent(this::mention);
            mapping.getValue().forEach(tuple -> readIncludes(tuple.getValueNode()));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::readIncludes);
        }
    }

    private static boolean isInclude(Node transform) {
        return member(transform, "Name").map(PackagedTemplate::scalar)
                .filter("AWS::Include"::equals).isPresent();
    }

    private void mention(Node node) {
        Path file = folder.resolve(scalar(node)).normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The template names " + scalar(node)
                    + ", which isn't a file; zips are made by: mvn package");
        }
        mentions.add(new Mention(node.getStartMark().getIndex(), node.getEndMark().getIndex(),
                file));
    }

    private static Optional<Node> member(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> scalar(tuple.getKeyNode()).equals(name))
                        .map(NodeTuple::getValueNode).findFirst()
                : Optional.empty();
    }

    private static Set<String> names(Node mapping) {
        return ((MappingNode) mapping).getValue().stream()
                .map(tuple -> scalar(tuple.getKeyNode()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("Line " + (node.getStartMark().getLine() + 1)
                + " of the template: packaging needs a plain text here");
    }
}
