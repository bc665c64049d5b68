package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.StatesException;
import drivetrain.states.TestStateRequest;
import drivetrain.states.definition.State;
import drivetrain.states.task.TaskPattern;
import drivetrain.states.task.TaskResource;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The context object of a state that is tested alone. */
final class StateTestContext {

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "Execution", Set.of("Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount",
                    "RedriveTime"),
            "State", Set.of("EnteredTime", "Name", "RetryCount"),
            "StateMachine", Set.of("Id", "Name"), "Task", Set.of("Token"),
            "Map", Set.of("Item"));

    private StateTestContext() {}

    static ObjectNode of(TestStateRequest request, State state, JsonNode input, Arns arns,
            Instant now, String id) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode execution = context.putObject("Execution");
        String machine = "TestState-" + id;
        execution.put("Id", "arn:aws:states:" + arns.region() + ":" + arns.account() + ":express:"
                + machine + ":" + id);
        execution.set("Input", input);
        execution.put("Name", id).put("RoleArn", request.roleArn());
        execution.put("StartTime", Identity.timestamp(now));
        context.putObject("StateMachine").put("Id", arns.stateMachine(machine))
                .put("Name", machine);
        ObjectNode own = context.putObject("State");
        own.put("Name", "StateName").put("EnteredTime", Identity.timestamp(now));
        if (retriable(state)) {
            own.put("RetryCount", 0);
        }
        if (request.context() != null) {
            check(request.context(), state);
            merge(context, request.context());
        }
        return context;
    }

    private static boolean retriable(State state) {
        return state instanceof State.Task || state instanceof State.Map
                || state instanceof State.Parallel;
    }

    private static void check(JsonNode given, State state) {
        if (!retriable(state)) {
            throw refused("The context object is supported for Task, Map and Parallel states only");
        }
        Set<String> allowed = new HashSet<>(MEMBERS.keySet());
        if (!(state instanceof State.Map)) {
            allowed.remove("Map");
        }
        if (!takesToken(state)) {
            allowed.remove("Task");
        }
        for (var member : given.properties()) {
            if (!allowed.contains(member.getKey()) || !member.getValue().isObject()) {
                throw refused("The context object has an invalid field '" + member.getKey() + "'");
            }
            check(member.getKey(), member.getValue());
        }
    }

    private static void check(String name, JsonNode members) {
        for (var member : members.properties()) {
            String field = member.getKey();
            if (!MEMBERS.get(name).contains(field) || !isTyped(field, member.getValue())) {
                throw refused("The context object has an invalid field '" + name + "." + field
                        + "'");
            }
        }
    }

    private static boolean isTyped(String field, JsonNode value) {
        return switch (field) {
            case "Input", "Item" -> true;
            case "RetryCount", "RedriveCount" -> value.isIntegralNumber();
            default -> value.isTextual();
        };
    }

    private static boolean takesToken(State state) {
        return state instanceof State.Task task && task.resource() instanceof TaskResource.Service s
                && s.pattern() == TaskPattern.WAIT_FOR_TASK_TOKEN;
    }

    private static StatesException refused(String message) {
        return new StatesException(StatesException.Code.ValidationException, message);
    }

    private static void merge(ObjectNode context, JsonNode given) {
        given.properties().forEach(member -> {
            ObjectNode part = context.withObject("/" + member.getKey());
            part.setAll((ObjectNode) member.getValue());
        });
    }
}
