package drivetrain.states.engine;

/** The parts of an engine, put together. */
record LocalEngine(StateMachines stateMachines, Executions executions, TaskTokens taskTokens,
        Activities activities) implements StatesEngine {}
