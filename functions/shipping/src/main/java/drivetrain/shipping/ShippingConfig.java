package drivetrain.shipping;

import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.lambda.Environment;
import drivetrain.lambda.JsonTypes;
import drivetrain.shipping.application.CarrierGuard;
import drivetrain.shipping.domain.Address;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The configuration of the shipping service; each function reads the part that it uses. */
final class ShippingConfig {
    private ShippingConfig() {}

    /** Where shipments are kept. */
    record Table(String shipments) {
        static Table of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Table(variables.text("SHIPMENTS_TABLE")));
        }
    }

    /** How to reach the carrier. */
    record Carrier(URI url, String secret, Duration timeout) {
        static Carrier of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Carrier(variables.uri("CARRIER_URL"),
                            variables.text("CARRIER_SECRET"),
                            variables.millis("PROVIDER_TIMEOUT_MILLIS")));
        }
    }

    /** Where parcels come from. */
    record Origin(Address address) {
        static Origin of(Map<String, String> environment) {
            return Environment.read(environment, variables -> new Origin(
                    variables.parse("ORIGIN_ADDRESS", Origin::parse)));
        }

        private static Address parse(String json) {
            return JsonTypes.strict(AddressJson.class).fromJson(json).toAddress();
        }
    }

    /** How to know the carrier's messages. */
    record Webhook(String eventsTable, String secret) {
        static Webhook of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Webhook(variables.text("WEBHOOK_EVENTS_TABLE"),
                            variables.text("CARRIER_WEBHOOK_SECRET")));
        }
    }

    /** Where the carrier's circuit is kept, and what is set for it. */
    record Circuit(String table, CircuitSettings settings) {
        static Circuit of(Map<String, String> environment) {
            return Environment.read(environment,
                    variables -> new Circuit(variables.text("CIRCUITS_TABLE"),
                            variables.parse("CIRCUIT_SETTINGS", Circuit::settings)));
        }

        private static CircuitSettings settings(String table) {
            return CircuitTable.read(table).settings(CarrierGuard.NAME);
        }
    }
}
