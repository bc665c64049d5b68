package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.StatesException.Code;
import drivetrain.states.expression.JsonEquality;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.history.HistoryEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The running executions, and the newest of the finished. */
final class ExecutionRegistry implements Executions {

    private final Core core;
    private final MachineRegistry machines;
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final FinishedExecutions standard;
    private final FinishedExecutions express;

    ExecutionRegistry(Core core, MachineRegistry machines) {
        this.core = core;
        this.machines = machines;
        this.standard = new FinishedExecutions(core.limits().finishedExecutions());
        this.express = new FinishedExecutions(core.limits().finishedExecutions());
    }

    @Override
    public ExecutionDescription start(StartExecution request) {
        Machine machine = machines.machine(request.stateMachineArn());
        return begin(machine, request).snapshot();
    }

    @Override
    public CompletionStage<ExecutionDescription> startSync(StartExecution request) {
        Machine machine = machines.machine(request.stateMachineArn());
        if (machine.type() != StateMachineType.EXPRESS) {
            throw new StatesException(Code.StateMachineTypeNotSupported,
                    "This operation is not supported by this type of state machine");
        }
        return begin(machine, request).finished();
    }

    private Execution begin(Machine machine, StartExecution request) {
        checkInput(request.input());
        String name = request.name() == null
                ? RandomValues.uuid(core.surroundings().random())
                : request.name();
        String unique = machine.type() == StateMachineType.STANDARD
                ? null
                : RandomValues.uuid(core.surroundings().random());
        String arn = core.arns().execution(machine, name, unique);
        Execution execution = new Execution(core, new Identity(arn, name, machine,
                core.scheduler().now(), request.input()), this::remember);
        synchronized (executions) {
            Execution existing = executions.get(arn);
            if (existing != null) {
                return same(existing, request.input());
            }
            executions.put(arn, execution);
        }
        execution.start();
        return execution;
    }

    private static void checkInput(JsonNode input) {
        if (PayloadSize.exceeds(input, PayloadSize.LIMIT)) {
            throw new StatesException(Code.InvalidExecutionInput, "1 validation error detected: "
                    + "Value at 'input' failed to satisfy constraint: Member must have length less "
                    + "than or equal to " + PayloadSize.LIMIT);
        }
    }

    private static Execution same(Execution existing, JsonNode input) {
        if (existing.snapshot().status() == ExecutionStatus.RUNNING
                && JsonEquality.same(existing.identity().input(), input)) {
            return existing;
        }
        throw new StatesException(Code.ExecutionAlreadyExists, "Execution Already Exists: '"
                + existing.identity().executionArn() + "'");
    }

    private void remember(Execution execution) {
        FinishedExecutions finished = execution.identity().machine()
                .type() == StateMachineType.STANDARD ? standard : express;
        synchronized (executions) {
            finished.add(execution).forEach(forgotten -> {
                if (forgotten.snapshot().status().isFinal()) {
                    executions.remove(forgotten.identity().executionArn());
                }
            });
        }
    }

    private Execution execution(String arn) {
        synchronized (executions) {
            Execution execution = executions.get(arn);
            if (execution == null) {
                throw new StatesException(Code.ExecutionDoesNotExist,
                        "Execution Does Not Exist: '" + arn + "'");
            }
            return execution;
        }
    }

    @Override
    public CompletionStage<ExecutionDescription> finished(String executionArn) {
        return execution(executionArn).finished();
    }

    @Override
    public ExecutionDescription describe(String executionArn) {
        return execution(executionArn).snapshot();
    }

    @Override
    public List<ExecutionDescription> list(String stateMachineArn, ExecutionStatus status) {
        String machineArn = machines.machine(stateMachineArn).arn();
        List<ExecutionDescription> found = new ArrayList<>();
        synchronized (executions) {
            for (Execution execution : executions.values()) {
                ExecutionDescription snapshot = execution.snapshot();
                if (snapshot.stateMachineArn().equals(machineArn)
                        && (status == null || snapshot.status() == status)) {
                    found.add(snapshot);
                }
            }
        }
        return found.reversed();
    }

    @Override
    public List<HistoryEvent> history(String executionArn) {
        return execution(executionArn).history();
    }

    @Override
    public ExecutionDescription stop(String executionArn, String error, String cause) {
        Execution execution = execution(executionArn);
        execution.stop(error, cause);
        return execution.snapshot();
    }

    @Override
    public ExecutionDescription redrive(String executionArn) {
        Execution execution = execution(executionArn);
        synchronized (execution) {
            ExecutionStatus status = execution.snapshot().status();
            if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED
                    || execution.machine().type() == StateMachineType.EXPRESS) {
                throw new StatesException(Code.ExecutionNotRedrivable, "Execution is not "
                        + "redrivable: '" + executionArn + "' is " + status);
            }
            execution.redrive();
        }
        return execution.snapshot();
    }
}
