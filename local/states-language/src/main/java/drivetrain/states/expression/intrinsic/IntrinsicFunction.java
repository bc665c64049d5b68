package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.Surroundings;

/** What an intrinsic function does; IllegalArgumentException says what is wrong with a call. */
@FunctionalInterface
interface IntrinsicFunction {

    JsonNode apply(Arguments arguments, Surroundings surroundings);
}
