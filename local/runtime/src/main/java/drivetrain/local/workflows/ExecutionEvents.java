package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes the events that Step Functions puts on the default event bus. */
@FunctionalInterface
public interface ExecutionEvents {
    /** A whole event as rules see it; must not block. */
    void publish(ObjectNode event);
}
