package drivetrain.inventory;

import drivetrain.lambda.Environment;
import java.time.Duration;
import java.util.Map;

/**
 * What the functions read from their environment. Each takes the record that it needs, so that a
 * function isn't given names that it has no use for.
 */
final class InventoryConfig {
    private InventoryConfig() {}

    /** For reading stock. */
    record Reading(String stockTable) {
        static Reading of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Reading(variables.text("STOCK_TABLE")));
        }
    }

    /** For booking receipts. */
    record Receiving(String stockTable, String receiptsTable) {
        static Receiving of(Map<String, String> environment) {
            return Environment.read(environment, variables -> new Receiving(
                    variables.text("STOCK_TABLE"), variables.text("RECEIPTS_TABLE")));
        }
    }

    /** For deciding on reservations that exist. */
    record Deciding(String stockTable, String reservationsTable) {
        static Deciding of(Map<String, String> environment) {
            return Environment.read(environment, variables -> new Deciding(
                    variables.text("STOCK_TABLE"), variables.text("RESERVATIONS_TABLE")));
        }
    }

    /**
     * For making reservations.
     *
     * @param holding how long one holds
     */
    record Reserving(String stockTable, String reservationsTable, Duration holding) {
        static Reserving of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Reserving(variables.text("STOCK_TABLE"),
                            variables.text("RESERVATIONS_TABLE"),
                            variables.minutes("RESERVATION_MINUTES")));
        }
    }
}
