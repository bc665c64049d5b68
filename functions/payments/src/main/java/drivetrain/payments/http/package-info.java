/**
 * Stripe, as the provider of payments: its PaymentIntents and Refunds over HTTP, and its signed
 * webhooks. Only this package knows its paths, shapes and codes.
 */
package drivetrain.payments.http;
