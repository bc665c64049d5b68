package drivetrain.states.engine;

import drivetrain.states.definition.State;
import drivetrain.states.history.EventType;

/** The event types of entering, leaving and giving up each kind of state. */
final class EventNames {

    private EventNames() {}

    static EventType entered(State state) {
        return switch (state) {
            case State.Pass _ -> EventType.PassStateEntered;
            case State.Succeed _ -> EventType.SucceedStateEntered;
            case State.Fail _ -> EventType.FailStateEntered;
            case State.Choice _ -> EventType.ChoiceStateEntered;
            case State.Wait _ -> EventType.WaitStateEntered;
            case State.Task _ -> EventType.TaskStateEntered;
            case State.Parallel _ -> EventType.ParallelStateEntered;
            case State.Map _ -> EventType.MapStateEntered;
        };
    }

    static EventType exited(State state) {
        return switch (state) {
            case State.Pass _ -> EventType.PassStateExited;
            case State.Succeed _ -> EventType.SucceedStateExited;
            case State.Fail _ -> throw new IllegalStateException("a Fail state isn't left");
            case State.Choice _ -> EventType.ChoiceStateExited;
            case State.Wait _ -> EventType.WaitStateExited;
            case State.Task _ -> EventType.TaskStateExited;
            case State.Parallel _ -> EventType.ParallelStateExited;
            case State.Map _ -> EventType.MapStateExited;
        };
    }

    /** Null for states that take no time, which can't be given up. */
    static EventType aborted(State state) {
        return switch (state) {
            case State.Wait _ -> EventType.WaitStateAborted;
            case State.Task _ -> EventType.TaskStateAborted;
            case State.Parallel _ -> EventType.ParallelStateAborted;
            case State.Map _ -> EventType.MapStateAborted;
            case State.Pass _,State.Choice _,State.Succeed _,State.Fail _ -> null;
        };
    }
}
