/**
 * What can happen to an order's shipment, and in which order. Pure: no clock, no table, no
 * carrier.
 *
 * <p>{@link drivetrain.shipping.domain.Shipment} is the lifecycle; each state offers its legal
 * transitions only.
 */
package drivetrain.shipping.domain;
