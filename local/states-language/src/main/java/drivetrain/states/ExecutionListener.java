package drivetrain.states;

/**
 * Is told of every change of an execution's status: RUNNING at the start and at a redrive, and the
 * final one. A host publishes these to EventBridge as "Step Functions Execution Status Change".
 *
 * <p>Called in order per execution: at the start and at a redrive by the caller, else on the engine's executor; it must not block, and what it throws
 * is ignored.
 */
@FunctionalInterface
public interface ExecutionListener {

    /**
     * The status has just changed.
     *
     * @param execution a snapshot that holds the new status
     */
    void statusChanged(ExecutionDescription execution);
}
