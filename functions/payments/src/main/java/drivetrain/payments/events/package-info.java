/** What payments tell the other services. Its shapes are those of {@code events/schemas}. */
package drivetrain.payments.events;
