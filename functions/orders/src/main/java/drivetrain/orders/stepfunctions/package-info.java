/** The workflows of orders, started through AWS Step Functions. */
package drivetrain.orders.stepfunctions;
