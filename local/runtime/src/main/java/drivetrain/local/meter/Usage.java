package drivetrain.local.meter;

/**
 * How much there was of one use.
 *
 * @param failures
 *            how many of the calls were answered with an error
 * @param units
 *            what its service bills by: DynamoDB read or write request units, GB-seconds of
 *            functions and Express workflows, state transitions, bytes of logs, events of 64 KB;
 *            0 where each call counts
 */
public record Usage(Use use, long calls, long failures, double units) {
    /** Who called. */
    public String caller() {
        return use.caller();
    }

    /** Of which service. */
    public String service() {
        return use.service();
    }

    /** What of it. */
    public String operation() {
        return use.operation();
    }

    /** On what; empty where it isn't told apart. */
    public String resource() {
        return use.resource();
    }
}
