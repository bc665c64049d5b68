/**
 * One class per use case of the shipping service, and the ports that they need.
 *
 * <p>Each use case reads or writes where a shipment stands, and goes on from the state that it
 * then finds, be it its own or another writer's.
 */
package drivetrain.shipping.application;
