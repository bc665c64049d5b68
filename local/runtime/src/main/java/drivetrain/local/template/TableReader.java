package drivetrain.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.Reading.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::DynamoDB::Table} and {@code AWS::Serverless::SimpleTable}. CloudFormation names
 * what {@code CreateTable} takes as the API does, so that most is passed through.
 */
final class TableReader {
    private static final Set<String> ATTRIBUTE_TYPES = Set.of("S", "N", "B");
    private static final Map<String, String> SIMPLE_TYPES = Map.of("String", "S", "Number", "N",
            "Binary", "B");

    private final Reading reading;

    TableReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        String id = resource.id();
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName",
                reading.names().physicalName(id));
        Optional<String> stream = Optional.empty();
        if (resource.type() == ResourceType.SIMPLE_TABLE) {
            simpleKeys(fields, request);
        } else {
            keys(fields, request);
            indexes(fields, request);
            stream = stream(fields, request).map(view -> reading.names().streamArn(id));
        }
        billing(fields, request);
        Optional<String> expiry = timeToLive(fields);
        fields.ignore("TableName", "ContributorInsightsSpecification",
                "DeletionProtectionEnabled", "OnDemandThroughput",
                "PointInTimeRecoverySpecification", "ResourcePolicy", "SSESpecification",
                "TableClass", "Tags", "WarmThroughput");
        fields.done();
        reading.tables().add(new TableResource(resource.source(), id,
                reading.names().physicalName(id), reading.names().arn(id), request, stream,
                expiry));
    }

    private static void keys(Fields fields, ObjectNode request) {
        copyRequired(fields, request, "AttributeDefinitions");
        copyRequired(fields, request, "KeySchema");
        request.path("AttributeDefinitions").forEach(attribute -> {
            if (!ATTRIBUTE_TYPES.contains(attribute.path("AttributeType").asText())) {
                fields.problem("has an attribute whose type isn't S, N or B");
            }
        });
    }

    private static void copyRequired(Fields fields, ObjectNode request, String name) {
        fields.take(name).ifPresentOrElse(node -> request.set(name, node.toJson()),
                () -> fields.problem("has no " + name));
    }

    private static void simpleKeys(Fields fields, ObjectNode request) {
        Optional<Fields> key = fields.object("PrimaryKey");
        String name = key.map(named -> named.required("Name")).orElse("id");
        String type = key.map(typed -> typed.text("Type", "String")).orElse("String");
        request.putArray("AttributeDefinitions").addObject().put("AttributeName", name)
                .put("AttributeType", SIMPLE_TYPES.getOrDefault(type, "S"));
        request.putArray("KeySchema").addObject().put("AttributeName", name).put("KeyType", "HASH");
        key.ifPresent(Fields::done);
    }

    private static void indexes(Fields fields, ObjectNode request) {
        for (String name : new String[]{"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
            fields.take(name).ifPresent(node -> {
                JsonNode indexes = node.toJson();
                indexes.forEach(index -> ((ObjectNode) index).remove(
                        Set.of("ContributorInsightsSpecification", "WarmThroughput",
                                "OnDemandThroughput")));
                request.set(name, indexes);
            });
        }
    }

    private static Optional<String> stream(Fields fields, ObjectNode request) {
        return fields.object("StreamSpecification").map(specification -> {
            String view = specification.required("StreamViewType");
            specification.ignore("ResourcePolicy");
            specification.done();
            request.putObject("StreamSpecification").put("StreamEnabled", true)
                    .put("StreamViewType", view);
            return view;
        });
    }

    private static void billing(Fields fields, ObjectNode request) {
        String mode = fields.text("BillingMode", "PAY_PER_REQUEST");
        Optional<YamlNode> throughput = fields.take("ProvisionedThroughput");
        request.put("BillingMode", throughput.isPresent() ? "PROVISIONED" : mode);
        throughput.ifPresent(node -> request.set("ProvisionedThroughput", numbers(node.toJson())));
    }

    private static JsonNode numbers(JsonNode texts) {
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        texts.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asLong()));
        return numbers;
    }

    private static Optional<String> timeToLive(Fields fields) {
        return fields.object("TimeToLiveSpecification").flatMap(specification -> {
            boolean enabled = specification.flag("Enabled", true);
            Optional<String> attribute = specification.text("AttributeName");
            specification.done();
            return enabled ? attribute : Optional.empty();
        });
    }
}
