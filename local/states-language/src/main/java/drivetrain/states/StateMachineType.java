package drivetrain.states;

/** The two kinds of workflow of Step Functions. */
public enum StateMachineType {
    /** Runs up to a year, exactly once, with a history of at most 25,000 events. */
    STANDARD,
    /** Runs up to five minutes, at least once. */
    EXPRESS
}
