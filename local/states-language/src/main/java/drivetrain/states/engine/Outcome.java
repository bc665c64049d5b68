package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;

/** How the visit of a state ended. */
sealed interface Outcome {

    /** On to the next state. */
    record Moved(String next, JsonNode output) implements Outcome {}

    /** The graph has ended. */
    record Ended(JsonNode output) implements Outcome {}

    /** The graph has failed. */
    record Failed(ErrorOutput errorOutput) implements Outcome {}
}
