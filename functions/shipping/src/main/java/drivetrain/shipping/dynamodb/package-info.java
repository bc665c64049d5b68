/**
 * The shipping service's tables. Shipments: one item per order, with {@code version} as its lock;
 * its stream is the outbox. Webhook events: one item per message dealt with, until its time to
 * live.
 */
package drivetrain.shipping.dynamodb;
