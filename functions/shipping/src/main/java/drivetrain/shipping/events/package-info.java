/** What shipping tells the other services. Its shapes are those of {@code events/schemas}. */
package drivetrain.shipping.events;
