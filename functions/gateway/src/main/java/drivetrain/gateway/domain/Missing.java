package drivetrain.gateway.domain;

/**
 * A part that an overview doesn't show.
 *
 * @param error what failed, in the words of the one who noticed; for operators, not for clients
 */
public record Missing(Part part, Reason reason, String error) {

    /** Why it isn't shown. */
    public enum Reason {
        /** There is none, perhaps not yet. */
        NOT_FOUND,
        /** Its service didn't answer in time. */
        TIMED_OUT,
        /** Its service is out of reach, or failed. */
        UNAVAILABLE
    }

    /** Whether it might be shown a moment later, since its service failed to say. */
    public boolean isFault() {
        return reason != Reason.NOT_FOUND;
    }
}
