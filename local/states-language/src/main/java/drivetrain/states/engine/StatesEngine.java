package drivetrain.states.engine;

import drivetrain.states.TestStateRequest;
import drivetrain.states.TestStateResult;
import drivetrain.states.time.Scheduler;
import java.util.concurrent.CompletionStage;

/**
 * A Step Functions of one's own: state machines, their executions, activities and task tokens of one
 * account and region, in memory. Thread-safe.
 */
public interface StatesEngine {

    /**
     * Begins to configure an engine.
     *
     * @param scheduler real or virtual time; the engine has no threads of its own
     * @return a builder
     */
    static StatesEngineBuilder on(Scheduler scheduler) {
        return new StatesEngineBuilder(scheduler);
    }

    /**
     * The machines that can be started.
     *
     * @return always the same
     */
    StateMachines stateMachines();

    /**
     * The running and finished executions.
     *
     * @return always the same
     */
    Executions executions();

    /**
     * How callbacks answer.
     *
     * @return always the same
     */
    TaskTokens taskTokens();

    /**
     * Tasks that workers poll.
     *
     * @return always the same
     */
    Activities activities();

    /**
     * TestState: runs one state alone. A Wait state is evaluated but not waited for.
     *
     * @param request the state, its input, and what stands for the call
     * @return how it went, later
     * @throws drivetrain.states.StatesException InvalidDefinition, ValidationException
     */
    CompletionStage<TestStateResult> testState(TestStateRequest request);
}
