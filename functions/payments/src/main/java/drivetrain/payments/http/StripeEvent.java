package drivetrain.payments.http;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * What we read of a webhook's event. Its object is a PaymentIntent or a Charge, which takes over
 * the metadata of its intent.
 *
 * <p>Source: Stripe API reference, "The Event object", "The Charge object".
 */
@Json
record StripeEvent(String id, String type, Data data) {
    @Json
    record Data(Thing object) {}

    @Json
    record Thing(String id, @Json.Property("payment_intent") String paymentIntent,
            Map<String, String> metadata, boolean captured, boolean refunded) {}
}
