package drivetrain.payments.http;

import io.avaje.jsonb.Json;

/** What we read of a Refund. Source: Stripe API reference, "The Refund object". */
@Json
record StripeRefund(String id, String status) {}
