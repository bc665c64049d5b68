package drivetrain.shipping.application;

/** Tells the carrier's messages from forgeries, and what they say. */
public interface NoticeReader {
    /**
     * Reads a message.
     *
     * @param signature what came with it to prove its origin; empty when nothing did
     * @param body exactly as it was received
     */
    Notice read(String signature, String body);
}
