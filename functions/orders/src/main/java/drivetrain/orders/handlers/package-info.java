/** The functions of orders, and the wire records of what they take and answer. */
package drivetrain.orders.handlers;
