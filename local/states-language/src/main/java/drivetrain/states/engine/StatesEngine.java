package drivetrain.states.engine;

import drivetrain.states.time.Scheduler;

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
}
