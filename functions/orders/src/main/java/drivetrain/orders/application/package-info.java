/**
 * The use cases of orders, one class each, and the ports that they need.
 *
 * <p>What doesn't belong here: JSON, HTTP, tables and workflows as such.
 */
package drivetrain.orders.application;
