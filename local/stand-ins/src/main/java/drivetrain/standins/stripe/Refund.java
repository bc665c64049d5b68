package drivetrain.standins.stripe;

import java.time.Instant;
import java.util.Map;

/** A Refund; {@code amount} in minor units of {@code currency}. */
record Refund(String id, String intentId, String charge, long amount, String currency,
        String reason, Map<String, String> metadata, Instant created) {

    Refund {
        metadata = Map.copyOf(metadata);
    }
}
