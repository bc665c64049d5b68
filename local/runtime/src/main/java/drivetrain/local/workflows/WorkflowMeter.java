package drivetrain.local.workflows;

import drivetrain.local.meter.ExpressBilling;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionListener;
import drivetrain.states.StateMachineType;
import drivetrain.states.history.EventType;
import drivetrain.states.history.HistoryEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts what Step Functions bills when an execution ends: of a Standard one the transitions since
 * its start or its last redrive, that is the start, each state and each retry; of an Express one the
 * GB-seconds. Source: "AWS Step Functions pricing".
 */
final class WorkflowMeter implements ExecutionListener {
    private static final int NAME_IN_ARN = 6;
    private static final Set<EventType> STARTS = EnumSet.of(EventType.ExecutionStarted,
            EventType.ExecutionRedriven);
    private static final Set<EventType> TRIES = EnumSet.of(EventType.TaskScheduled,
            EventType.LambdaFunctionScheduled, EventType.ActivityScheduled);

    private final Meter meter;
    private final Function<ExecutionDescription, List<HistoryEvent>> histories;

    WorkflowMeter(Meter meter, Function<ExecutionDescription, List<HistoryEvent>> histories) {
        this.meter = meter;
        this.histories = histories;
    }

    @Override
    public void statusChanged(ExecutionDescription execution) {
        if (!execution.status().isFinal()) {
            return;
        }
        String workflow = execution.stateMachineArn().split(":", -1)[NAME_IN_ARN];
        if (execution.type() == StateMachineType.STANDARD) {
            meter.count(new Use("states", "states", "StateTransition", workflow),
                    transitions(histories.apply(execution)));
        } else {
            meter.count(new Use("states", "states", "ExpressExecution", workflow),
                    ExpressBilling.gigabyteSeconds(Duration.between(execution.startDate(),
                            execution.stopDate())));
        }
    }

    private static int transitions(List<HistoryEvent> history) {
        int start = history.size() - 1;
        while (!STARTS.contains(history.get(start).type())) {
            start--;
        }
        List<HistoryEvent> run = history.subList(start, history.size());
        long tries = run.stream().filter(event -> TRIES.contains(event.type())).count();
        long tasks = count(run, "TaskStateEntered");
        return Math.toIntExact(1 + count(run, "StateEntered") + Math.max(0, tries - tasks));
    }

    private static long count(List<HistoryEvent> run, String suffix) {
        return run.stream().filter(event -> event.type().name().endsWith(suffix)).count();
    }
}
