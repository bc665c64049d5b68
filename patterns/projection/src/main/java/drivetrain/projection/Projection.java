package drivetrain.projection;

/** Brings views up to their logs. */
@FunctionalInterface
public interface Projection {

    /**
     * Brings the view of one stream up to the log as it is now. Idempotent; may run several times
     * at once, since a view is only ever replaced by one of a later version.
     */
    Advance advance(String streamId);

    /**
     * How far a view came.
     *
     * @param from the version that it stood at before, 0 if it wasn't there
     * @param to the version of the log that was read
     */
    record Advance(long from, long to) {

        /** How many events the view had been behind the log; 0 if somebody else had been faster. */
        public long eventsBehind() {
            return Math.max(0, to - from);
        }
    }
}
