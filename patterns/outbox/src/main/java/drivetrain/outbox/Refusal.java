package drivetrain.outbox;

import java.util.Set;

/**
 * Why a bus didn't take an event.
 *
 * <p>Source: EventBridge API reference, "PutEventsResultEntry", error codes.
 */
public record Refusal(String code, String message) {
    private static final Set<String> PERMANENT = Set.of("InvalidArgument", "MalformedDetail");

    /** Whether the bus will refuse this event however often it comes. */
    public boolean isPermanent() {
        return PERMANENT.contains(code);
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
