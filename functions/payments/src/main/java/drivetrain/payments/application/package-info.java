/**
 * One class per use case of the payments service, and the ports that they need.
 *
 * <p>Each use case reads or writes where a payment stands, and goes on from the state that it then
 * finds, be it its own or another writer's. Since states lead strictly forward, that ends.
 */
package drivetrain.payments.application;
