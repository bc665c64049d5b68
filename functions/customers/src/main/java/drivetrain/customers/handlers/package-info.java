/** The Lambda functions of customers, and the JSON that they take and give. */
package drivetrain.customers.handlers;
