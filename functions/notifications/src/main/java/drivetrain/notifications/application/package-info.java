/** The use case of notifications, and the port that it needs. */
package drivetrain.notifications.application;
