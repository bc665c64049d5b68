/**
 * EventBridge: event buses whose rules are matched by Event Ruler, the engine of EventBridge itself,
 * schedules, and the delivery to targets with retries and dead-letter queues.
 */
package drivetrain.local.events;
