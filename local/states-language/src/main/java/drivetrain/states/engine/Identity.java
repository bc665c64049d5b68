package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who an execution is: what the context object tells of it.
 *
 * @param executionArn the identity
 * @param name the execution's name
 * @param machine what it runs
 * @param startDate when it was started
 * @param input what it was started with
 */
record Identity(String executionArn, String name, Machine machine, Instant startDate,
        JsonNode input) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The parts of the context object that are the same for all states. */
    ObjectNode context(int redriveCount) {
        ObjectNode context = JSON.objectNode();
        ObjectNode execution = context.putObject("Execution");
        execution.put("Id", executionArn);
        execution.set("Input", input);
        execution.put("StartTime", timestamp(startDate));
        execution.put("Name", name);
        execution.put("RoleArn", machine.roleArn());
        execution.put("RedriveCount", redriveCount);
        context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name());
        return context;
    }

    /** A time as the context object writes it: with milliseconds. */
    static String timestamp(Instant time) {
        String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }
}
