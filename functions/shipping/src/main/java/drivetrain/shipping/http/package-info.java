/**
 * EasyPost, as the gateway to carriers: its shipments over HTTP, and its signed webhooks. Only
 * this package knows its paths, shapes and codes.
 */
package drivetrain.shipping.http;
