/**
 * Notifications: tells customers what becomes of their orders. This package wires the service; its
 * texts are in {@code domain}, its use case in {@code application}.
 */
package drivetrain.notifications;
