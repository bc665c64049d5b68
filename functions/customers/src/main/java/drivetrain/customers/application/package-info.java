/** The use cases of customers, one class each, and the port that they need. */
package drivetrain.customers.application;
