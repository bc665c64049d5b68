package drivetrain.orders;

import drivetrain.lambda.Environment;
import java.util.Map;

/**
 * What the functions read from their environment. Each takes the records that it needs, so that a
 * function isn't given names that it has no use for.
 */
final class OrdersConfig {
    private OrdersConfig() {}

    /** For beginning logs. */
    record Placing(String eventsTable, String keysTable, String pricesTable) {
        static Placing of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Placing(variables.text("ORDER_EVENTS_TABLE"),
                            variables.text("IDEMPOTENCY_TABLE"), variables.text("PRICES_TABLE")));
        }
    }

    /** For reading logs, and deciding on them. */
    record Deciding(String eventsTable, String snapshotsTable) {
        static Deciding of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Deciding(variables.text("ORDER_EVENTS_TABLE"),
                            variables.text("ORDER_SNAPSHOTS_TABLE")));
        }
    }

    /** For showing orders. */
    record Viewing(String viewsTable, String projectionsTable) {
        static Viewing of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Viewing(variables.text("ORDER_VIEWS_TABLE"),
                            variables.text("PROJECTIONS_TABLE")));
        }
    }

    /** For building the views anew. */
    record Rebuilding(String eventsTable, String viewsTable, String projectionsTable) {
        static Rebuilding of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Rebuilding(variables.text("ORDER_EVENTS_TABLE"),
                            variables.text("ORDER_VIEWS_TABLE"),
                            variables.text("PROJECTIONS_TABLE")));
        }
    }

    /** For keeping the copy of the catalog. */
    record Pricing(String pricesTable) {
        static Pricing of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Pricing(variables.text("PRICES_TABLE")));
        }
    }

    /** For noting what needs somebody. */
    record Intervening(String interventionsTable, String viewsTable) {
        static Intervening of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Intervening(variables.text("INTERVENTIONS_TABLE"),
                            variables.text("ORDER_VIEWS_TABLE")));
        }
    }

    /** For starting checkouts. */
    record CheckingOut(String workflowArn) {
        static CheckingOut of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new CheckingOut(variables.text("CHECKOUT_WORKFLOW")));
        }
    }

    /** For starting cancellations. */
    record Cancelling(String workflowArn) {
        static Cancelling of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Cancelling(variables.text("CANCEL_WORKFLOW")));
        }
    }
}
