package drivetrain.payments;

import drivetrain.lambda.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The configuration of the payments service; each function reads the part that it uses. */
final class PaymentsConfig {
    private PaymentsConfig() {}

    /** Where payments are kept. */
    record Table(String payments) {
        static Table of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Table(variables.text("PAYMENTS_TABLE")));
        }
    }

    /** How to reach the provider. */
    record Provider(URI url, String secret, Duration timeout) {
        static Provider of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Provider(variables.uri("PAYMENT_PROVIDER_URL"),
                            variables.text("PAYMENT_PROVIDER_SECRET"),
                            variables.millis("PROVIDER_TIMEOUT_MILLIS")));
        }
    }

    /** How to know the provider's messages. */
    record Webhook(String eventsTable, String secret) {
        static Webhook of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Webhook(variables.text("WEBHOOK_EVENTS_TABLE"),
                            variables.text("PAYMENT_WEBHOOK_SECRET")));
        }
    }
}
