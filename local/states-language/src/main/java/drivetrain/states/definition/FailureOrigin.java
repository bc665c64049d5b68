package drivetrain.states.definition;

/** Where an error came from, which some error names of Retry and Catch tell apart. */
public enum FailureOrigin {
    /** The state itself: an expression, a limit, a branch. */
    STATE,
    /** The call of a task. */
    TASK,
    /** A task that sent no heartbeat in time. */
    HEARTBEAT
}
