/** What a customer is told of an order, in words. */
package drivetrain.notifications.domain;
