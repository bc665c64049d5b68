package drivetrain.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One pass over a template: what it is read with, and what has been found so far. */
record Reading(Path folder, TemplateOptions options, Intrinsics intrinsics, Problems problems,
        List<FunctionResource> functions, List<TableResource> tables, List<QueueResource> queues,
        List<EventBusResource> eventBuses, List<RuleResource> rules,
        List<ScheduleResource> schedules, List<StreamMapping> streamMappings,
        List<QueueMapping> queueMappings, List<WorkflowResource> workflows,
        List<ApiResource> apis, List<ApiRoute> routes, Roles roles,
        Map<String, List<PolicyStatement>> managedPolicies,
        List<PolicyStatement> resourcePolicies, Set<Path> missingPackages) {

    static Reading of(Path folder, TemplateOptions options, Intrinsics intrinsics,
            Problems problems) {
        return new Reading(folder, options, intrinsics, problems, new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new Roles(problems, options),
                new HashMap<>(), new ArrayList<>(), new HashSet<>());
    }

    PolicyReader policyReader() {
        return new PolicyReader(problems, managedPolicies);
    }

    Names names() {
        return intrinsics.names();
    }

    /** A resource of the template that has an effect, its properties not yet resolved. */
    record Resource(String id, ResourceType type, YamlNode properties) {
        SourceLine source() {
            return properties.source();
        }
    }

    /** The resource's properties, resolved. */
    Fields fields(Resource resource) {
        return new Fields(intrinsics.resolve(resource.properties()),
                resource.type() + " " + resource.id(), problems);
    }
}
