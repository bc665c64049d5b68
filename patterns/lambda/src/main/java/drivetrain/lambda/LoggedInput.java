package drivetrain.lambda;

import java.util.Map;

/** An input that says what log lines about it name. */
public interface LoggedInput {
    /** Follows one request, or one run of a workflow, through all log lines. */
    String correlationId();

    /** Other ids by their names; never payloads. */
    Map<String, ?> about();
}
