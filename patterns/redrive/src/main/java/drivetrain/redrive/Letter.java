package drivetrain.redrive;

/** What a dead letter says should have happened. */
sealed interface Letter {

    /**
     * A function should have handled this: an event that it was invoked with asynchronously, or a
     * poison record of a stream.
     *
     * @param function its ARN
     */
    record Invocation(String function, String payload) implements Letter {}

    /**
     * A function should have handled these records of a stream. The letter doesn't hold them; the
     * stream does, for a day after they were written.
     *
     * @param first the sequence number of the first of them
     */
    record StreamRange(String function, String streamArn, String shardId, String first,
            String last) implements Letter {}

    /** A rule's target should have got this event. */
    record Delivery(String targetArn, String event) implements Letter {}

    /** Somebody should have taken this message from the queue whose dead letters these are. */
    record Message(String body) implements Letter {}
}
