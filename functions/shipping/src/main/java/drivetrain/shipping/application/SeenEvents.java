package drivetrain.shipping.application;

/** Which of the carrier's messages have been dealt with, for as long as it may send them again. */
public interface SeenEvents {
    boolean contains(String eventId);

    /** Remembers a message; again is harmless. */
    void add(String eventId);
}
