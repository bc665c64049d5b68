package drivetrain.payments.http;

import io.avaje.jsonb.Json;

/** What we read of a PaymentIntent. Source: Stripe API reference, "The PaymentIntent object". */
@Json
record StripeIntent(String id, String status) {}
