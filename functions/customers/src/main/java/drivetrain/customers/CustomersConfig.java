package drivetrain.customers;

import drivetrain.lambda.Environment;
import java.util.Map;

/** What the functions read from their environment; each takes the record that it needs. */
final class CustomersConfig {
    private CustomersConfig() {}

    /** For reading and writing profiles. */
    record Keeping(String profilesTable) {
        static Keeping of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Keeping(variables.text("PROFILES_TABLE")));
        }
    }
}
