package drivetrain.catalog;

import drivetrain.lambda.Environment;
import java.util.Map;

/**
 * What the functions read from their environment. Each takes the record that it needs, so that a
 * function isn't given names that it has no use for.
 */
final class CatalogConfig {
    private CatalogConfig() {}

    /** For showing products. */
    record Showing(String productsTable, String availabilityTable) {
        static Showing of(Map<String, String> environment) {
            return Environment.read(environment, variables -> new Showing(
                    variables.text("PRODUCTS_TABLE"), variables.text("AVAILABILITY_TABLE")));
        }
    }

    /** For writing products. */
    record Writing(String productsTable) {
        static Writing of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Writing(variables.text("PRODUCTS_TABLE")));
        }
    }

    /** For keeping what inventory tells. */
    record Tracking(String availabilityTable) {
        static Tracking of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Tracking(variables.text("AVAILABILITY_TABLE")));
        }
    }
}
