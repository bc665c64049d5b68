/** The Lambda function of notifications, and what it reads of events. */
package drivetrain.notifications.handlers;
