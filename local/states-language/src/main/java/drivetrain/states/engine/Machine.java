package drivetrain.states.engine;

import drivetrain.states.StateMachineType;
import drivetrain.states.definition.StateMachine;
import java.time.Instant;

/** A registered machine, compiled. */
record Machine(String arn, String name, String roleArn, String definition, StateMachine compiled,
        Instant creationDate) {

    StateMachineType type() {
        return compiled.type();
    }

    StateMachines.Registered registered() {
        return new StateMachines.Registered(arn, name, type(), roleArn, definition, creationDate);
    }
}
