package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Who may do what is said exactly, also by roles that nothing local uses: reads the text. */
class PolicyTest {
    private static final int SOME_STATEMENTS = 40;
    /** Log delivery knows no resources (Service Authorization Reference, "CloudWatch Logs"). */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("logs:CreateLogDelivery",
            "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    @Test
    void noStatementGrantsEverything() throws IOException {
        List<Grant> grants = new ArrayList<>();
        collect(template(), grants);

        assertThat(grants).hasSizeGreaterThan(SOME_STATEMENTS);
        assertThat(grants.stream().filter(Grant::isWild))
                .as("statements that grant more than is named; name the actions and resources")
                .isEmpty();
    }

    @Test
    void aWildcardIsFound() {
        Node node = new Yaml().compose(new StringReader(
                "{Statement: [{Action: 'dynamodb:*', Resource: !GetAtt T.Arn}]}"));
        List<Grant> grants = new ArrayList<>();
        collect(node, grants);

        assertThat(grants).hasSize(2).filteredOn(Grant::isWild).hasSize(1);
    }

    private record Grant(String what, String value, int line) {
        /** An index of a table has a name, and a path of an API ends in a star; both are narrow. */
        boolean isWild() {
            return what.equals("Action")
                    ? value.contains("*")
                    : value.equals("*")
                            || value.endsWith(":*");
        }
    }

    private static Node template() throws IOException {
        try (Reader text = Files.newBufferedReader(Project.path("template.yaml"))) {
            return new Yaml().compose(text);
        }
    }

    private static void collect(Node node, List<Grant> grants) {
        switch (node) {
            case MappingNode mapping when knowsNoResources(mapping) -> {
            }
            case MappingNode mapping -> mapping.getValue().forEach(tuple -> {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (isStatementOf(mapping) && (key.equals("Action") || key.equals("Resource"))) {
                    texts(tuple.getValueNode()).map(text -> new Grant(key, text.getValue(),
                            text.getStartMark().getLine() + 1)).forEach(grants::add);
                }
                collect(tuple.getValueNode(), grants);
            });
            case SequenceNode sequence -> sequence.getValue()
                    .forEach(item -> collect(item, grants));
            default -> {
            }
        }
    }

    private static boolean knowsNoResources(MappingNode statement) {
        return statement.getValue().stream()
                .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals("Action"))
                .flatMap(tuple -> texts(tuple.getValueNode())).map(ScalarNode::getValue)
                .map(WITHOUT_RESOURCES::contains).reduce(Boolean::logicalAnd).orElse(false);
    }

    private static boolean isStatementOf(MappingNode mapping) {
        return mapping.getValue().stream().map(NodeTuple::getKeyNode)
                .map(key -> ((ScalarNode) key).getValue()).toList().contains("Resource");
    }

    private static Stream<ScalarNode> texts(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Stream.of(scalar);
            case SequenceNode sequence -> sequence.getValue().stream()
                    .flatMap(PolicyTest::texts);
            default -> Stream.empty();
        };
    }
}
