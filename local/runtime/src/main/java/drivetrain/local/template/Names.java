package drivetrain.local.template;

import drivetrain.local.template.YamlNode.Kind;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What {@code Ref} and {@code Fn::GetAtt} answer: parameters, pseudo parameters, and the names and
 * ARNs of resources. A name is the template's own, or {@code <stack>-<logicalId>}.
 */
final class Names {
    /** When the streams of local tables begin; a part of their ARNs. */
    private static final String STREAM_LABEL = "2026-01-01T00:00:00.000";

    private final Map<String, YamlNode> resources;
    private final Parameters parameters;
    private final TemplateOptions options;
    private final Function<YamlNode, String> resolve;
    private final Conditions conditions;
    private final Map<String, String> known = new HashMap<>();

    Names(YamlMap template, Parameters parameters, TemplateOptions options,
            Function<YamlNode, String> resolve, Conditions conditions) {
        this.resources = template.get("Resources") instanceof YamlMap map
                ? map.entries()
                : Map.of();
        this.parameters = parameters;
        this.options = options;
        this.resolve = resolve;
        this.conditions = conditions;
    }

    Optional<YamlNode> ref(String name, YamlNode user) {
        if (name.startsWith("AWS::")) {
            return pseudo(name, user.source());
        }
        return parameters.value(name).or(() -> resource(name)
                .<YamlNode>map(value -> YamlScalar.text(user.source(), value)));
    }

    private Optional<YamlNode> pseudo(String name, SourceLine source) {
        String value = switch (name) {
            case "AWS::Region" -> options.region();
            case "AWS::AccountId" -> options.accountId();
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> options.stackName();
            case "AWS::StackId" -> options.arn("cloudformation",
                    "stack/" + options.stackName() + "/" + uuid(options.stackName()));
            default -> "";
        };
        if (name.equals("AWS::NotificationARNs")) {
            return Optional.of(new YamlList(source, List.of()));
        }
        if (name.equals("AWS::NoValue")) {
            return Optional.of(new YamlScalar(source, "", Kind.NO_VALUE));
        }
        return Optional.of(value).filter(text -> !text.isEmpty())
                .map(text -> YamlScalar.text(source, text));
    }

    private Optional<String> resource(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return generated(name.substring(0, dot), name.substring(dot + 1));
        }
        if (!exists(name)) {
            return generatedRole(name).or(() -> generatedAlias(name));
        }
        Optional<ResourceType> type = ResourceType.of(typeOf(name));
        return Optional.of(type.map(known -> switch (known) {
            case STATE_MACHINE, MANAGED_POLICY -> arn(name);
            case QUEUE -> queueUrl(name);
            case API -> apiId(name);
            case RULE -> busPrefix(name, "|") + physicalName(name);
            default -> physicalName(name);
        }).orElseGet(() -> inertReference(name)));
    }

    /** References to what SAM makes besides: {@code Api.Stage}, {@code Function.Alias}. */
    private Optional<String> generated(String id, String part) {
        return switch (part) {
            case "Stage" -> property(id, "StageName");
            case "Alias" -> property(id, "AutoPublishAlias").map(alias -> arn(id) + ":" + alias);
            case "Version" -> exists(id) ? Optional.of(arn(id) + ":1") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The alias of a function or workflow is called {@code <LogicalId>Alias<alias>}. */
    private Optional<String> generatedAlias(String name) {
        return resources.keySet().stream().filter(id -> name.startsWith(id) && exists(id))
                .flatMap(id -> property(id, "AutoPublishAlias")
                        .filter(alias -> name.equals(id + "Alias" + alias))
                        .map(alias -> arn(id) + ":" + alias).stream())
                .findFirst();
    }

    private Optional<String> generatedRole(String name) {
        String owner = name.endsWith("Role") ? name.substring(0, name.length() - 4) : "";
        return exists(owner) ? Optional.of(options.stackName() + "-" + name) : Optional.empty();
    }

    private String roleArn(String name) {
        return "arn:aws:iam::" + options.accountId() + ":role/" + name;
    }

    /** The rule or schedule that SAM makes of an event, called after its owner and the event. */
    private Optional<String> generatedRule(String id) {
        return resources.keySet().stream()
                .filter(owner -> id.startsWith(owner) && exists(owner))
                .flatMap(owner -> event(owner, id.substring(owner.length())).stream())
                .flatMap(event -> new GeneratedRules(options, resolve).arn(id, event).stream())
                .findFirst();
    }

    private Optional<YamlMap> event(String owner, String name) {
        return resources.get(owner) instanceof YamlMap resource
                && resource.get("Properties") instanceof YamlMap properties
                && properties.get("Events") instanceof YamlMap events
                && events.get(name) instanceof YamlMap event
                        ? Optional.of(event)
                        : Optional.empty();
    }

    Optional<String> attribute(String id, String attribute) {
        if (!exists(id)) {
            return attribute.equals("Arn")
                    ? generatedRole(id).map(this::roleArn).or(() -> generatedRule(id))
                    : Optional.empty();
        }
        Optional<ResourceType> type = ResourceType.of(typeOf(id));
        if (type.isEmpty()) {
            return Optional.of(attribute.endsWith("Arn")
                    ? arn(id)
                    : physicalName(id) + "." + attribute);
        }
        return Optional.ofNullable(switch (attribute) {
            case "Arn" -> type.get() == ResourceType.API ? null : arn(id);
            case "Name" -> physicalName(id);
            case "QueueName" -> type.get() == ResourceType.QUEUE ? physicalName(id) : null;
            case "QueueUrl" -> type.get() == ResourceType.QUEUE ? queueUrl(id) : null;
            case "StreamArn" -> type.get() == ResourceType.TABLE ? streamArn(id) : null;
            case "RootResourceId" -> type.get() == ResourceType.API ? "root" : null;
            default -> null;
        });
    }

    String physicalName(String id) {
        String before = known.get(id);
        if (before != null) {
            return before;
        }
        String fallback = options.stackName() + "-" + id;
        known.put(id, fallback);
        String property = ResourceType.of(typeOf(id)).map(ResourceType::nameProperty)
                .orElse(InertNames.property(typeOf(id)));
        String name = property(id, property).orElse(fallback);
        known.put(id, name);
        return name;
    }

    String arn(String id) {
        String name = physicalName(id);
        Optional<ResourceType> type = ResourceType.of(typeOf(id));
        return type.map(kind -> switch (kind) {
            case FUNCTION -> options.arn("lambda", "function:" + name);
            case STATE_MACHINE -> options.arn("states", "stateMachine:" + name);
            case TABLE, SIMPLE_TABLE -> options.arn("dynamodb", "table/" + name);
            case QUEUE -> options.arn("sqs", name);
            case EVENT_BUS -> options.arn("events", "event-bus/" + name);
            case RULE -> options.arn("events", "rule/" + busPrefix(id, "/") + name);
            case SCHEDULE -> options.arn("scheduler", "schedule/default/" + name);
            case API -> "arn:aws:apigateway:" + options.region() + "::/restapis/" + apiId(id);
            case ROLE -> roleArn(name);
            case MANAGED_POLICY -> "arn:aws:iam::" + options.accountId() + ":policy/" + name;
            case PERMISSION, QUEUE_POLICY -> id;
            case API_KEY -> "arn:aws:apigateway:" + options.region() + "::/apikeys/" + name;
            case USAGE_PLAN, USAGE_PLAN_KEY -> "arn:aws:apigateway:" + options.region()
                    + "::/usageplans/" + name;
        }).orElseGet(() -> InertNames.arn(typeOf(id), name, options));
    }

    String streamArn(String id) {
        return arn(id) + "/stream/" + STREAM_LABEL;
    }

    String queueUrl(String id) {
        return options.awsEndpoint() + "/" + options.accountId() + "/" + physicalName(id);
    }

    /** Ten letters and digits, as API Gateway's ids are. */
    String apiId(String id) {
        return uuid(options.stackName() + "/" + id).toString().replace("-", "").substring(0, 10);
    }

    /** An id that is the same at every start. */
    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String busPrefix(String id, String separator) {
        String bus = property(id, "EventBusName").orElse("default");
        String name = bus.substring(bus.lastIndexOf('/') + 1);
        return name.equals("default") ? "" : name + separator;
    }

    private String inertReference(String id) {
        return InertNames.refersByArn(typeOf(id)) ? arn(id) : physicalName(id);
    }

    private boolean exists(String id) {
        return resources.get(id) instanceof YamlMap resource
                && (!(resource.get("Condition") instanceof YamlScalar condition)
                        || conditions.holds(condition.text(), condition));
    }

    private String typeOf(String id) {
        return resources.get(id) instanceof YamlMap resource
                && resource.get("Type") instanceof YamlScalar type
                        ? type.text()
                        : "AWS::Unknown::Resource";
    }

    private Optional<String> property(String id, String name) {
        return resources.get(id) instanceof YamlMap resource
                && resource.get("Properties") instanceof YamlMap properties
                && properties.get(name) != null
                        ? Optional.of(resolve.apply(properties.get(name)))
                        : Optional.empty();
    }
}
