package drivetrain.local.template;

import java.util.List;
import java.util.Map;

/**
 * Everything of a template that has an effect locally. Names and ARNs are deterministic:
 * {@code <stack>-<logicalId>} unless the template names the resource.
 *
 * @param outputs
 *            the template's outputs by logical id
 */
public record SamApplication(String stackName, String region, String accountId,
        List<FunctionResource> functions, List<TableResource> tables, List<QueueResource> queues,
        List<EventBusResource> eventBuses, List<RuleResource> rules,
        List<ScheduleResource> schedules, List<StreamMapping> streamMappings,
        List<QueueMapping> queueMappings, List<WorkflowResource> workflows, List<ApiResource> apis,
        AccessRules access, Map<String, String> outputs) {
    /** Copies the lists. */
    public SamApplication {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        eventBuses = List.copyOf(eventBuses);
        rules = List.copyOf(rules);
        schedules = List.copyOf(schedules);
        streamMappings = List.copyOf(streamMappings);
        queueMappings = List.copyOf(queueMappings);
        workflows = List.copyOf(workflows);
        apis = List.copyOf(apis);
        outputs = Map.copyOf(outputs);
    }
}
