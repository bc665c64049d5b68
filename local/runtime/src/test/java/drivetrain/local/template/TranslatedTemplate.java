package drivetrain.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The project's template as SAM's own translator turns it into plain CloudFormation, with every
 * reference resolved as the local runtime resolves it.
 */
final class TranslatedTemplate {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final int NOT_INSTALLED = 3;
    /** What SAM makes, and what the runtime has an opinion on. */
    private static final Set<String> TYPES = Set.of("AWS::Lambda::Function",
            "AWS::ApiGateway::RestApi", "AWS::Events::Rule", "AWS::Lambda::EventSourceMapping",
            "AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::Lambda::Permission");

    private final Map<String, JsonNode> resources = new TreeMap<>();
    private final Map<String, String> types = new TreeMap<>();

    private TranslatedTemplate(Path translated, Intrinsics intrinsics, Problems problems) {
        var root = (YamlNode.YamlMap) YamlReader.read(translated, problems);
        ((YamlNode.YamlMap) root.get("Resources")).entries().forEach((id, node) -> {
            var resource = (YamlNode.YamlMap) node;
            var type = ((YamlNode.YamlScalar) resource.get("Type")).text();
            var condition = resource.get("Condition");
            if (TYPES.contains(type) && (condition == null || intrinsics.conditions()
                    .holds(((YamlNode.YamlScalar) condition).text(), condition))) {
                types.put(id, type);
                resources.put(id, properties(resource, intrinsics));
            }
        });
    }

    private static JsonNode properties(YamlNode.YamlMap resource, Intrinsics intrinsics) {
        var properties = resource.get("Properties");
        return properties == null
                ? new YamlNode.YamlMap(resource.source(), Map.of()).toJson()
                : intrinsics.resolve(properties).toJson();
    }

    /**
     * Has the template translated.
     *
     * @return empty if the translator isn't installed
     */
    static Optional<TranslatedTemplate> of(TemplateOptions options, Path folder)
            throws IOException, InterruptedException {
        Optional<Path> translated = translate(folder);
        if (translated.isEmpty()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        var original = (YamlNode.YamlMap) YamlReader.read(PROJECT.resolve("template.yaml"),
                problems);
        var result = new TranslatedTemplate(translated.get(),
                new Intrinsics(original, Parameters.read(original, options, problems), options,
                        problems),
                problems);
        problems.throwIfAny();
        return Optional.of(result);
    }

    /**
     * Counts what a stack with everything switched on has.
     *
     * @return empty if the translator isn't installed
     */
    static Optional<Integer> resourcesAtMost(Path folder) throws IOException, InterruptedException {
        Problems problems = new Problems();
        return translate(folder, "Canaries=true", "Firewall=true", "TokenIssuer=")
                .map(translated -> (YamlNode.YamlMap) YamlReader.read(translated, problems))
                .map(root -> ((YamlNode.YamlMap) root.get("Resources")).entries().size());
    }

    private static Optional<Path> translate(Path folder, String... parameters)
            throws IOException, InterruptedException {
        Path translated = folder.resolve("translated.json");
        Path complaints = folder.resolve("complaints.txt");
        List<String> command = new ArrayList<>(List.of("python3",
                PROJECT.resolve("scripts/translate-template.py").toString()));
        command.addAll(List.of(parameters));
        Process python = new ProcessBuilder(command)
                .redirectOutput(translated.toFile()).redirectError(complaints.toFile()).start();
        int status = python.waitFor();
        if (status == NOT_INSTALLED) {
            return Optional.empty();
        }
        if (status != 0) {
            throw new AssertionError("The SAM translator complains: "
                    + Files.readString(complaints, StandardCharsets.UTF_8));
        }
        return Optional.of(translated);
    }

    /** The project's template, in a folder where empty packages stand for those not built. */
    static SamApplication ours(TemplateOptions options, Path folder) throws IOException {
        for (String name : List.of("api", "step-functions")) {
            Files.createSymbolicLink(folder.resolve(name), PROJECT.resolve(name));
        }
        Path template = Files.copy(PROJECT.resolve("template.yaml"),
                folder.resolve("template.yaml"));
        for (String line : Files.readAllLines(template)) {
            if (line.strip().startsWith("CodeUri: ")) {
                Path zip = folder.resolve(line.strip().substring("CodeUri: ".length()));
                Files.createDirectories(zip.getParent());
                Files.write(zip, new byte[0]);
            }
        }
        return SamTemplate.load(template, options);
    }

    /** The properties of the resources of a type, by logical id. */
    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new TreeMap<>(resources);
        found.keySet().removeIf(id -> !types.get(id).equals(type));
        return found;
    }

    /** What the policies of a role say, a line for each action on each resource. */
    List<String> statements(JsonNode role) {
        List<String> lines = new ArrayList<>();
        role.path("ManagedPolicyArns").forEach(arn -> lines.addAll(managed(arn.asText())));
        role.path("Policies").forEach(policy -> lines.addAll(document(policy)));
        return lines.stream().distinct().sorted().toList();
    }

    /** A policy of the template, whose name ends in its logical id, or one of AWS's. */
    private List<String> managed(String arn) {
        return ofType("AWS::IAM::ManagedPolicy").entrySet().stream()
                .filter(own -> arn.endsWith("-" + own.getKey()))
                .findFirst().map(own -> document(own.getValue()))
                .orElseGet(() -> ManagedPolicies
                        .named(arn, new SourceLine(Path.of("sam"), 1)).orElseThrow().actions()
                        .stream().map(action -> "Allow " + action + " *").toList());
    }

    private static List<String> document(JsonNode policy) {
        List<String> lines = new ArrayList<>();
        policy.at("/PolicyDocument/Statement").forEach(statement -> texts(statement.path("Action"))
                .forEach(action -> texts(statement.path("Resource"))
                        .forEach(resource -> lines.add(statement.path("Effect").asText() + " "
                                + action + " " + resource))));
        return lines;
    }

    static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asText)
                : Stream.of(node.asText());
    }
}
