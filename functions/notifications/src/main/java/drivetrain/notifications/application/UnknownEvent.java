package drivetrain.notifications.application;

/**
 * An event that nobody has written a text for: a rule lets through more than this service knows.
 * It ends in the dead-letter queue, from where it can be sent again once there is a text.
 */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownEvent(String eventName) {
        super("no text for an event " + eventName);
    }
}
