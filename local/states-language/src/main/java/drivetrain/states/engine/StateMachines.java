package drivetrain.states.engine;

import drivetrain.states.Diagnostic;
import drivetrain.states.StateMachineType;
import java.time.Instant;
import java.util.List;

/** CreateStateMachine and its relatives. */
public interface StateMachines {

    /**
     * A registered machine.
     *
     * @param arn the identity
     * @param name unique in the engine
     * @param type Standard or Express
     * @param roleArn the role, or null
     * @param definition the text it was made from
     * @param creationDate when it was created
     */
    record Registered(String arn, String name, StateMachineType type, String roleArn,
            String definition, Instant creationDate) {}

    /**
     * Registers a machine. Creating the same machine again answers the same.
     *
     * @param name at most 80 characters of letters, digits, {@code -} and {@code _}
     * @param type Standard or Express
     * @param roleArn the role of its tasks, or null
     * @param definition Amazon States Language, in JSON
     * @return the new machine
     * @throws drivetrain.states.InvalidDefinitionException with every problem, tasks that no
     *         integration serves among them
     * @throws drivetrain.states.StatesException InvalidName, StateMachineAlreadyExists
     */
    Registered create(String name, StateMachineType type, String roleArn, String definition);

    /**
     * Gives a machine another definition; what runs goes on with the old one.
     *
     * @param arn the machine
     * @param definition the new text
     * @return the changed machine
     * @throws drivetrain.states.StatesException StateMachineDoesNotExist, InvalidDefinition
     */
    Registered update(String arn, String definition);

    /**
     * Publishes what a machine is now as an alias: executions that are started by the alias run
     * that, whatever is made of the machine afterwards, until it is published again.
     *
     * @param arn the machine
     * @param alias letters, digits, {@code -} and {@code _}, not digits alone; 80 at most
     * @return the ARN of the alias, {@code <arn>:<alias>}
     * @throws drivetrain.states.StatesException StateMachineDoesNotExist, InvalidName
     */
    String publish(String arn, String alias);

    /**
     * Looks a machine up.
     *
     * @param arn the machine, or one of its aliases for what was published as that
     * @return what is registered
     * @throws drivetrain.states.StatesException StateMachineDoesNotExist
     */
    Registered describe(String arn);

    /**
     * All machines.
     *
     * @return in the order of their creation
     */
    List<Registered> list();

    /**
     * Forgets a machine and its aliases; does nothing if there is none. What runs goes on.
     *
     * @param arn the machine
     */
    void delete(String arn);

    /**
     * ValidateStateMachineDefinition: all that is wrong with a definition.
     *
     * @param definition the text
     * @param type Express refuses some resources
     * @return empty if it is fine
     */
    List<Diagnostic> validate(String definition, StateMachineType type);
}
