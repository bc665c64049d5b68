package drivetrain.states.engine;

import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.history.HistoryEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** StartExecution and its relatives. */
public interface Executions {

    /**
     * Starts an execution, and doesn't wait for it. Starting a running Standard execution again, by
     * name and with the same input, answers that execution.
     *
     * @param request the machine, a name and the input
     * @return a snapshot of the started execution
     * @throws drivetrain.states.StatesException StateMachineDoesNotExist, InvalidName,
     *         InvalidExecutionInput, ExecutionAlreadyExists
     */
    ExecutionDescription start(StartExecution request);

    /**
     * Runs an Express machine to its end (StartSyncExecution).
     *
     * @param request the machine, a name and the input
     * @return the finished execution, later; a failed execution is a value, not an exception
     * @throws drivetrain.states.StatesException also StateMachineTypeNotSupported
     */
    CompletionStage<ExecutionDescription> startSync(StartExecution request);

    /**
     * Completes when an execution has finished; if it is redriven, the next call waits anew.
     *
     * @param executionArn the execution
     * @return the finished execution, later
     * @throws drivetrain.states.StatesException ExecutionDoesNotExist
     */
    CompletionStage<ExecutionDescription> finished(String executionArn);

    /**
     * DescribeExecution.
     *
     * @param executionArn the execution
     * @return a snapshot
     * @throws drivetrain.states.StatesException ExecutionDoesNotExist
     */
    ExecutionDescription describe(String executionArn);

    /**
     * ListExecutions.
     *
     * @param stateMachineArn the machine
     * @param status only these, or null for all
     * @return the newest first
     * @throws drivetrain.states.StatesException StateMachineDoesNotExist
     */
    List<ExecutionDescription> list(String stateMachineArn, ExecutionStatus status);

    /**
     * GetExecutionHistory; also kept for Express executions, where AWS writes logs instead.
     *
     * @param executionArn the execution
     * @return what has happened so far, oldest first
     * @throws drivetrain.states.StatesException ExecutionDoesNotExist
     */
    List<HistoryEvent> history(String executionArn);

    /**
     * StopExecution: aborts a running execution; does nothing to a finished one.
     *
     * @param executionArn the execution
     * @param error the error to show, or null
     * @param cause the cause to show, or null
     * @return a snapshot; it is ABORTED once {@link #finished} completes
     * @throws drivetrain.states.StatesException ExecutionDoesNotExist
     */
    ExecutionDescription stop(String executionArn, String error, String cause);

    /**
     * RedriveExecution: runs a failed, timed out or aborted Standard execution on from the states
     * that didn't succeed, with fresh retries.
     *
     * @param executionArn the execution
     * @return a snapshot, RUNNING again
     * @throws drivetrain.states.StatesException ExecutionDoesNotExist, ExecutionNotRedrivable
     */
    ExecutionDescription redrive(String executionArn);
}
