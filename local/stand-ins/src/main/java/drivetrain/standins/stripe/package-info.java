/**
 * The part of Stripe that the payments service uses: PaymentIntents with manual capture, refunds,
 * idempotency keys, test payment methods and signed webhooks. Shapes, messages and transitions are
 * those of Stripe's API reference (PaymentIntents, Refunds, Errors, Idempotent requests) and of its
 * testing page.
 */
package drivetrain.standins.stripe;
