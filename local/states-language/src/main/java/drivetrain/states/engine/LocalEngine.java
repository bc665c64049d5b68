package drivetrain.states.engine;

import drivetrain.states.TestStateRequest;
import drivetrain.states.TestStateResult;
import java.util.concurrent.CompletionStage;

/** The parts of an engine, put together. */
record LocalEngine(StateMachines stateMachines, Executions executions, TaskTokens taskTokens,
        Activities activities, StateTester tester) implements StatesEngine {

    @Override
    public CompletionStage<TestStateResult> testState(TestStateRequest request) {
        return tester.test(request);
    }
}
