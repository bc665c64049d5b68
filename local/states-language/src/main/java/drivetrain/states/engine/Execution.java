package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StateMachineType;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Variables;
import drivetrain.states.history.EventType;
import drivetrain.states.history.HistoryEvent;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One execution. What happens in it happens in its queue; snapshots can be read by any thread. */
final class Execution implements BranchOwner {

    private static final long EXPRESS_SECONDS = 300;

    private final Core core;
    private final Identity identity;
    private final History history;
    private final SerialQueue queue;
    private final Branch root;
    private final Consumer<Execution> whenFinished;
    private volatile ExecutionDescription snapshot;
    private volatile CompletableFuture<ExecutionDescription> finished = new CompletableFuture<>();
    private Scheduler.Timer timeout;
    private int redriveCount;
    private Instant redriveDate;

    Execution(Core core, Identity identity, Consumer<Execution> whenFinished) {
        this.core = core;
        this.identity = identity;
        this.whenFinished = whenFinished;
        history = newHistory();
        queue = new SerialQueue(core.scheduler());
        root = new Branch(this, machine().compiled().graph(), new Scope(identity, history,
                new Variables(null), null), this, 0);
        snapshot = describe(ExecutionStatus.RUNNING, null, null, null);
    }

    Core core() {
        return core;
    }

    Machine machine() {
        return identity.machine();
    }

    Identity identity() {
        return identity;
    }

    int redriveCount() {
        return redriveCount;
    }

    ExecutionDescription snapshot() {
        return snapshot;
    }

    List<HistoryEvent> history() {
        return history.snapshot();
    }

    CompletionStage<ExecutionDescription> finished() {
        return finished.minimalCompletionStage();
    }

    /** Whether a history is this execution's, rather than one of a child execution. */
    @SuppressWarnings("ReferenceEquality") // histories have no value, only identity
    boolean owns(History other) {
        return other == history;
    }

    ErrorOutput historyIsFull(History full) {
        return new ErrorOutput(EvaluationFailure.RUNTIME, "The execution reached the maximum "
                + "number of history events (" + (full.lastId() + 1) + ").");
    }

    long historySize() {
        return history.lastId();
    }

    History newHistory() {
        Limits limits = core.limits();
        return new History(machine().type() == StateMachineType.STANDARD
                ? limits.historyEvents()
                : limits.expressEvents(), core.scheduler()::now);
    }

    /** Runs something in the queue; whatever goes wrong ends the execution, never the queue. */
    void post(Runnable task) {
        queue.post(() -> {
            try {
                task.run();
            } catch (History.Full e) {
                fail(historyIsFull(history));
            } catch (RuntimeException | StackOverflowError e) {
                System.getLogger(Execution.class.getName()).log(System.Logger.Level.ERROR,
                        "The interpreter failed on " + identity.executionArn(), e);
                fail(new ErrorOutput(EvaluationFailure.RUNTIME,
                        "The interpreter failed: " + e));
            }
        });
    }

    void start() {
        history.add(EventType.ExecutionStarted, 0, Details.of("input", identity.input())
                .with("roleArn", machine().roleArn()));
        startTimeout();
        core.publish(snapshot);
        root.start(identity.input(), 0);
    }

    private void startTimeout() {
        Long seconds = machine().compiled().timeoutSeconds();
        if (machine().type() == StateMachineType.EXPRESS) {
            seconds = seconds == null ? EXPRESS_SECONDS : Math.min(seconds, EXPRESS_SECONDS);
        }
        if (seconds != null) {
            timeout = core.scheduler().schedule(Duration.ofSeconds(seconds),
                    () -> post(this::timedOut));
        }
    }

    @Override
    public void succeeded(Branch branch, JsonNode output) {
        finish(ExecutionStatus.SUCCEEDED, EventType.ExecutionSucceeded,
                Details.of("output", output), output, null);
    }

    @Override
    public void failed(Branch branch, ErrorOutput error) {
        fail(error);
    }

    private void fail(ErrorOutput error) {
        end(ExecutionStatus.FAILED, EventType.ExecutionFailed, error);
    }

    private void timedOut() {
        end(ExecutionStatus.TIMED_OUT, EventType.ExecutionTimedOut, Failures.TIMEOUT);
    }

    void stop(String error, String cause) {
        post(() -> end(ExecutionStatus.ABORTED, EventType.ExecutionAborted,
                new ErrorOutput(error, cause)));
    }

    private void end(ExecutionStatus status, EventType event, ErrorOutput error) {
        if (!snapshot.status().isFinal()) {
            root.abandon();
            ErrorOutput shown = new ErrorOutput(error.error(), Failures.cause(error));
            finish(status, event, new Details().with("error", shown.error())
                    .with("cause", shown.cause()), null, shown);
        }
    }

    private void finish(ExecutionStatus status, EventType event, Details details,
            JsonNode output, ErrorOutput error) {
        if (timeout != null) {
            timeout.cancel();
        }
        history.addLast(event, root.lastEventId(), details);
        snapshot = describe(status, core.scheduler().now(), output, error);
        whenFinished.accept(this);
        core.publish(snapshot);
        finished.complete(snapshot);
    }

    /** Runs on from the states that didn't succeed; the caller has checked that it may. */
    void redrive() {
        redriveCount++;
        redriveDate = core.scheduler().now();
        finished = new CompletableFuture<>();
        snapshot = describe(ExecutionStatus.RUNNING, null, null, null);
        core.publish(snapshot);
        post(() -> {
            startTimeout();
            long event = history.add(EventType.ExecutionRedriven, history.lastId(),
                    new Details().with("redriveCount", Long.valueOf(redriveCount)));
            root.redrive(event);
        });
    }

    private ExecutionDescription describe(ExecutionStatus status, Instant stopDate,
            JsonNode output, ErrorOutput error) {
        return new ExecutionDescription(identity.executionArn(), machine().arn(), identity.name(),
                status, machine().type(), identity.startDate(), stopDate, identity.input(), output,
                error, redriveCount, redriveDate);
    }
}
