package drivetrain.circuits;

import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.lambda.Environment;
import java.util.Map;

/** The configuration of the circuits service; each function reads the part that it uses. */
final class CircuitsConfig {
    private CircuitsConfig() {}

    /** Where circuits are kept, and what is set for each. */
    record Store(String table, CircuitTable settings) {
        static Store of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Store(variables.text("CIRCUITS_TABLE"),
                            variables.parse("CIRCUIT_SETTINGS", CircuitTable::read)));
        }
    }

    /** Where events go. */
    record Bus(String name, String deadLetterQueue) {
        static Bus of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Bus(variables.text("EVENT_BUS"),
                            variables.text("DEAD_LETTER_QUEUE")));
        }
    }
}
