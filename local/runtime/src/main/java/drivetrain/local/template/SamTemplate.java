package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlList;
import drivetrain.local.template.YamlNode.YamlMap;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads SAM templates. */
public final class SamTemplate {
    private static final Set<String> SECTIONS = Set.of("AWSTemplateFormatVersion", "Description",
            "Transform", "Metadata", "Parameters", "Mappings", "Conditions", "Globals",
            "Resources", "Outputs");
    private static final Set<String> ATTRIBUTES = Set.of("Type", "Properties", "DependsOn",
            "Condition", "Metadata", "DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy");
    private static final Set<String> TRANSFORMS = Set.of("AWS::Serverless-2016-10-31");

    private final YamlMap template;
    private final Problems problems;
    private final Intrinsics intrinsics;
    private final Globals globals;
    private final Reading reading;
    private final UsagePlanReader usagePlans = new UsagePlanReader();

    private SamTemplate(YamlMap template, TemplateOptions options, Problems problems) {
        this.template = template;
        this.problems = problems;
        Parameters parameters = Parameters.read(template, options, problems);
        this.intrinsics = new Intrinsics(template, parameters, options, problems);
        this.globals = new Globals(template, problems);
        Path folder = template.source().file().toAbsolutePath().getParent();
        this.reading = Reading.of(folder, options, intrinsics, problems);
    }

    /**
     * Reads a template and everything that it names, and resolves every value.
     *
     * @throws TemplateException
     *             with all problems, if there are any
     */
    public static SamApplication load(Path file, TemplateOptions options) {
        Problems problems = new Problems();
        if (!Files.isReadable(file)) {
            problems.add(new SourceLine(file, 1), "there is no such file");
            problems.throwIfAny();
        }
        YamlNode root = YamlReader.read(file, problems);
        if (!(root instanceof YamlMap template)) {
            problems.add(root, "isn't a template");
            throw new TemplateException(List.of(
                    new TemplateProblem(root.source(), "a template must be a mapping")));
        }
        problems.throwIfAny();
        SamApplication application = new SamTemplate(template, options, problems).read(options);
        problems.throwIfAny();
        return application;
    }

    private SamApplication read(TemplateOptions options) {
        checkSections();
        intrinsics.conditions().checkAll();
        resources();
        ApiRoutes.apply(reading);
        usagePlans.apply(reading);
        Links.check(reading);
        return new SamApplication(options.stackName(), options.region(), options.accountId(),
                reading.functions(), reading.tables(), reading.queues(), reading.eventBuses(),
                reading.rules(), reading.schedules(), reading.streamMappings(),
                reading.queueMappings(), reading.workflows(), reading.apis(),
                new AccessRules(reading.roles().all(reading.policyReader()),
                        reading.resourcePolicies()),
                outputs());
    }

    /** Managed policies first, since roles speak of them. */
    private void resources() {
        section("Resources").entrySet().stream()
                .sorted(Comparator.comparing(resource -> !isManagedPolicy(resource.getValue())))
                .forEach(resource -> resource(resource.getKey(), resource.getValue()));
    }

    private static boolean isManagedPolicy(YamlNode node) {
        return node instanceof YamlMap resource && resource.get("Type") instanceof YamlScalar type
                && type.text().equals(ResourceType.MANAGED_POLICY.toString());
    }

    private void checkSections() {
        template.entries().forEach((name, section) -> {
            if (!SECTIONS.contains(name)) {
                problems.add(section, "the section " + name + " isn't supported");
            }
        });
        YamlNode transform = template.get("Transform");
        List<YamlNode> transforms = transform instanceof YamlList list
                ? list.items()
                : transform == null ? List.of() : List.of(transform);
        transforms.stream().filter(
                one -> !(one instanceof YamlScalar name && TRANSFORMS.contains(name.text())))
                .forEach(one -> problems.add(one, "the local runtime applies the transforms "
                        + TRANSFORMS + " only"));
    }

    private Map<String, YamlNode> section(String name) {
        return template.get(name) instanceof YamlMap map ? map.entries() : Map.of();
    }

    private void resource(String id, YamlNode node) {
        if (!(node instanceof YamlMap resource)
                || !(resource.get("Type") instanceof YamlScalar type)) {
            problems.add(node, "the resource " + id + " has no Type");
            return;
        }
        checkAttributes(id, resource);
        if (!holds(resource) || InertTypes.contains(type.text())) {
            return;
        }
        Optional<ResourceType> known = ResourceType.of(type.text());
        if (known.isEmpty()) {
            problems.add(type,
                    "the local runtime doesn't support " + type.text() + " (" + id + ")");
            return;
        }
        YamlNode properties = Optional.ofNullable(resource.get("Properties"))
                .orElseGet(() -> new YamlMap(resource.source(), Map.of()));
        read(new Resource(id, known.get(), globals.merged(type.text(), properties)));
    }

    private void checkAttributes(String id, YamlMap resource) {
        resource.entries().forEach((name, value) -> {
            if (!ATTRIBUTES.contains(name)) {
                problems.add(value, id + ": the attribute " + name + " isn't supported");
            }
        });
        YamlNode dependsOn = resource.get("DependsOn");
        List<YamlNode> dependencies = dependsOn instanceof YamlList list
                ? list.items()
                : dependsOn == null ? List.of() : List.of(dependsOn);
        dependencies.stream().filter(one -> !(one instanceof YamlScalar name
                && section("Resources").containsKey(name.text())))
                .forEach(one -> problems.add(one, id + " depends on what isn't a resource"));
    }

    private boolean holds(YamlMap resource) {
        return !(resource.get("Condition") instanceof YamlScalar condition)
                || intrinsics.conditions().holds(condition.text(), condition);
    }

    private void read(Resource resource) {
        switch (resource.type()) {
            case FUNCTION -> new FunctionReader(reading).read(resource);
            case TABLE, SIMPLE_TABLE -> new TableReader(reading).read(resource);
            case QUEUE -> new QueueReader(reading).read(resource);
            case EVENT_BUS -> new EventBusReader(reading).read(resource);
            case RULE -> new RuleReader(reading).read(resource);
            case SCHEDULE -> new ScheduleReader(reading).read(resource);
            case STATE_MACHINE -> new WorkflowReader(reading).read(resource);
            case API -> new ApiReader(reading).read(resource);
            case ROLE -> new RoleReader(reading).declared(resource);
            case MANAGED_POLICY -> new RoleReader(reading).managedPolicy(resource);
            case PERMISSION -> new PermissionReader(reading).permission(resource);
            case QUEUE_POLICY -> new PermissionReader(reading).queuePolicy(resource);
            case API_KEY -> usagePlans.readKey(resource, reading);
            case USAGE_PLAN -> usagePlans.readPlan(resource, reading);
            case USAGE_PLAN_KEY -> usagePlans.readMember(resource, reading);
        }
    }

    private Map<String, String> outputs() {
        Map<String, String> outputs = new HashMap<>();
        section("Outputs").forEach((name, node) -> {
            if (node instanceof YamlMap output && holds(output) && output.get("Value") != null) {
                outputs.put(name, intrinsics.text(output.get("Value")));
            }
        });
        return outputs;
    }
}
