package drivetrain.states.history;

/**
 * The event types of GetExecutionHistory that the interpreter writes.
 *
 * <p>Source: AWS Step Functions API Reference, HistoryEvent.
 */
public enum EventType {
    /** A worker may take the task. */
    ActivityScheduled,
    /** A worker has taken the task. */
    ActivityStarted,
    /** The worker gave a result. */
    ActivitySucceeded,
    /** The worker gave an error. */
    ActivityFailed,
    /** The worker was too slow, or its heartbeat missing. */
    ActivityTimedOut,
    /** An expression failed. */
    EvaluationFailed,
    /** StopExecution. */
    ExecutionAborted,
    /** Nothing caught an error. */
    ExecutionFailed,
    /** RedriveExecution. */
    ExecutionRedriven,
    /** Always the first. */
    ExecutionStarted,
    /** It ended with an output. */
    ExecutionSucceeded,
    /** The execution's own timeout passed. */
    ExecutionTimedOut,
    /** A function named by its ARN is about to be called. */
    LambdaFunctionScheduled,
    /** The function couldn't be called. */
    LambdaFunctionScheduleFailed,
    /** The function was called. */
    LambdaFunctionStarted,
    /** The function gave a result. */
    LambdaFunctionSucceeded,
    /** The function gave an error. */
    LambdaFunctionFailed,
    /** The function was too slow. */
    LambdaFunctionTimedOut,
    /** A task of a service integration is about to be called. */
    TaskScheduled,
    /** The task was called. */
    TaskStarted,
    /** The job was started, or the token handed out. */
    TaskSubmitted,
    /** The task gave a result. */
    TaskSucceeded,
    /** The task gave an error. */
    TaskFailed,
    /** The task was too slow, or its heartbeat missing. */
    TaskTimedOut,
    /** A Task state. */
    TaskStateEntered,
    /** A Task state was left. */
    TaskStateExited,
    /** A Task state was given up. */
    TaskStateAborted,
    /** A Pass state. */
    PassStateEntered,
    /** A Pass state was left. */
    PassStateExited,
    /** A Choice state. */
    ChoiceStateEntered,
    /** A Choice state was left. */
    ChoiceStateExited,
    /** A Wait state. */
    WaitStateEntered,
    /** A Wait state was left. */
    WaitStateExited,
    /** A Wait state was given up. */
    WaitStateAborted,
    /** A Succeed state. */
    SucceedStateEntered,
    /** A Succeed state was left. */
    SucceedStateExited,
    /** A Fail state. */
    FailStateEntered,
    /** A Parallel state. */
    ParallelStateEntered,
    /** Its branches begin. */
    ParallelStateStarted,
    /** All branches succeeded. */
    ParallelStateSucceeded,
    /** A branch failed. */
    ParallelStateFailed,
    /** A Parallel state was given up. */
    ParallelStateAborted,
    /** A Parallel state was left. */
    ParallelStateExited,
    /** A Map state. */
    MapStateEntered,
    /** Its iterations begin. */
    MapStateStarted,
    /** All iterations succeeded, or few enough failed. */
    MapStateSucceeded,
    /** Too many iterations failed. */
    MapStateFailed,
    /** A Map state was given up. */
    MapStateAborted,
    /** A Map state was left. */
    MapStateExited,
    /** An iteration begins. */
    MapIterationStarted,
    /** An iteration succeeded. */
    MapIterationSucceeded,
    /** An iteration failed. */
    MapIterationFailed,
    /** An iteration was given up. */
    MapIterationAborted,
    /** A distributed map begins. */
    MapRunStarted,
    /** A distributed map succeeded. */
    MapRunSucceeded,
    /** A distributed map failed. */
    MapRunFailed,
    /** A distributed map was given up. */
    MapRunAborted;

    private final String detailsKey = key(name());

    /**
     * The name of the member that holds the details on the wire.
     *
     * @return for instance {@code stateEnteredEventDetails}
     */
    public String detailsKey() {
        return detailsKey;
    }

    private static String key(String name) {
        String subject = name;
        if (name.endsWith("StateEntered")) {
            subject = "StateEntered";
        } else if (name.endsWith("StateExited")) {
            subject = "StateExited";
        }
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1) + "EventDetails";
    }
}
