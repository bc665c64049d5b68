package drivetrain.lambda;

import java.util.Map;

/** What every task of a workflow answers, beside its results. */
public interface TaskOutput {
    /** The name of the outcome, for a Choice state: {@code RESERVED}, {@code OUT_OF_STOCK}. */
    String outcome();

    /** What the log line of the outcome tells beside the input: figures, as a rule nothing. */
    default Map<String, ?> figures() {
        return Map.of();
    }
}
