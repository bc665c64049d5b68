package drivetrain.states.task;

/** The service integration patterns of Step Functions. */
public enum TaskPattern {
    /** Goes on as soon as the service has answered. */
    REQUEST_RESPONSE(""),
    /** Goes on when the job that was started has ended. */
    SYNC(".sync"),
    /** As {@link #SYNC}, with the job's output as JSON rather than as text. */
    SYNC_2(".sync:2"),
    /** Goes on when the task token is returned. */
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

    private final String suffix;

    TaskPattern(String suffix) {
        this.suffix = suffix;
    }

    /**
     * How the pattern ends a resource ARN.
     *
     * @return the suffix with its dot, or nothing
     */
    public String suffix() {
        return suffix;
    }
}
