package drivetrain.states.engine;

import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionListener;
import drivetrain.states.expression.Surroundings;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskIntegration;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.task.TaskResource;
import drivetrain.states.time.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all parts of an engine share.
 *
 * @param scheduler time and threads
 * @param surroundings time and chance, for expressions
 * @param arns makes identities
 * @param integrations what the host gave
 * @param builtIn what needs nothing but the engine itself
 * @param guard sees each call before it is made
 * @param listeners are told of changes
 * @param tokens the open callbacks
 * @param activities the tasks that workers poll
 * @param limits how much is kept
 */
record Core(Scheduler scheduler, Surroundings surroundings, Arns arns,
        TaskIntegrations integrations, TaskIntegrations builtIn, Consumer<TaskCall> guard,
        List<ExecutionListener> listeners, TokenRegistry tokens, ActivityRegistry activities,
        Limits limits) {

    /** What serves a resource, if the guard lets it; what the host gave comes first. */
    Optional<TaskIntegration> integration(TaskResource resource) {
        return integrations.find(resource).or(() -> builtIn.find(resource)).map(found -> call -> {
            guard.accept(call);
            return found.invoke(call);
        });
    }

    /** Tells all listeners; what they throw is theirs. */
    void publish(ExecutionDescription description) {
        for (ExecutionListener listener : listeners) {
            try {
                listener.statusChanged(description);
            } catch (RuntimeException e) {
                System.getLogger(Core.class.getName()).log(System.Logger.Level.WARNING,
                        "A listener failed on " + description.executionArn(), e);
            }
        }
    }
}
