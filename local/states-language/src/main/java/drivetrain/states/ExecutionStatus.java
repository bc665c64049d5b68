package drivetrain.states;

/** The life of an execution: RUNNING, then one of the others; a redrive makes it RUNNING again. */
public enum ExecutionStatus {
    /** Not finished yet. */
    RUNNING,
    /** Finished with an output. */
    SUCCEEDED,
    /** Ended by an error that nothing caught. */
    FAILED,
    /** The execution's own timeout passed. */
    TIMED_OUT,
    /** Stopped by StopExecution. */
    ABORTED;

    /**
     * Whether the execution has finished.
     *
     * @return false only for {@link #RUNNING}
     */
    public boolean isFinal() {
        return this != RUNNING;
    }
}
