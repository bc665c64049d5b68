package drivetrain.states.engine;

import drivetrain.states.Diagnostic;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.StatesException.Code;
import drivetrain.states.definition.StateMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registered machines. */
final class MachineRegistry implements StateMachines {

    private final Core core;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<String, Machine> aliases = new LinkedHashMap<>();

    MachineRegistry(Core core) {
        this.core = core;
    }

    @Override
    public Registered create(String name, StateMachineType type, String roleArn,
            String definition) {
        String arn = core.arns().stateMachine(name);
        StateMachine compiled = compile(definition, type);
        synchronized (machines) {
            Machine existing = machines.get(arn);
            if (existing == null) {
                Machine machine = new Machine(arn, name, roleArn, definition, compiled,
                        core.scheduler().now());
                machines.put(arn, machine);
                return machine.registered();
            }
            if (existing.definition().equals(definition) && existing.type() == type) {
                return existing.registered();
            }
        }
        throw new StatesException(Code.StateMachineAlreadyExists,
                "State Machine Already Exists: '" + arn + "'");
    }

    private StateMachine compile(String definition, StateMachineType type) {
        StateMachine compiled = StateMachine.parse(definition, type);
        List<Diagnostic> unserved = unserved(compiled);
        if (!unserved.isEmpty()) {
            throw new InvalidDefinitionException(unserved);
        }
        return compiled;
    }

    private List<Diagnostic> unserved(StateMachine machine) {
        return new ResourceCheck(core).unserved(machine.graph());
    }

    @Override
    public Registered update(String arn, String definition) {
        Machine old = machine(arn);
        StateMachine compiled = compile(definition, old.type());
        Machine changed = new Machine(arn, old.name(), old.roleArn(), definition, compiled,
                old.creationDate());
        synchronized (machines) {
            machines.put(arn, changed);
        }
        return changed.registered();
    }

    @Override
    public String publish(String arn, String alias) {
        String published = arn + ":" + Arns.checkedAlias(alias);
        Machine machine = machine(arn);
        synchronized (machines) {
            aliases.put(published, machine);
        }
        return published;
    }

    @Override
    public Registered describe(String arn) {
        return machine(arn).registered();
    }

    Machine machine(String arn) {
        synchronized (machines) {
            Machine machine = machines.getOrDefault(arn, aliases.get(arn));
            if (machine == null) {
                throw new StatesException(Code.StateMachineDoesNotExist,
                        "State Machine Does Not Exist: '" + arn + "'");
            }
            return machine;
        }
    }

    @Override
    public List<Registered> list() {
        Collection<Machine> all;
        synchronized (machines) {
            all = new ArrayList<>(machines.values());
        }
        return all.stream().map(Machine::registered).toList();
    }

    @Override
    public void delete(String arn) {
        synchronized (machines) {
            machines.remove(arn);
            aliases.values().removeIf(machine -> machine.arn().equals(arn));
        }
    }

    @Override
    public List<Diagnostic> validate(String definition, StateMachineType type) {
        return StateMachine.validate(definition, type);
    }
}
