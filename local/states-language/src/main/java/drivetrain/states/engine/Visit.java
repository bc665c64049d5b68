package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.Catcher;
import drivetrain.states.definition.ErrorNames;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.Retrier;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.history.EventType;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One visit of one state, with all its attempts. */
abstract class Visit {

    private static final double MOST_DELAY_SECONDS = 31_622_400;

    private final Branch branch;
    private final State state;
    private final JsonNode rawInput;
    private final long priorEventId;
    private Instant enteredTime;
    private long enteredEventId;
    private int[] retries;
    private int retryCount;
    private Scheduler.Timer retryTimer;
    private JsonNode contextObject;

    Visit(Branch branch, State state, JsonNode rawInput) {
        this.branch = branch;
        this.state = state;
        this.rawInput = rawInput;
        priorEventId = branch.lastEventId();
    }

    static Visit of(Branch branch, State state, JsonNode input) {
        return switch (state) {
            case State.Task task -> new TaskVisit(branch, task, input);
            case State.Wait wait -> new WaitVisit(branch, wait, input);
            case State.Parallel parallel -> new ParallelVisit(branch, parallel, input);
            case State.Map map -> new MapVisit(branch, map, input);
            case State.Pass _,State.Choice _,State.Succeed _,State.Fail _ ->
                new InstantVisit(branch, state, input);
        };
    }

    final Branch branch() {
        return branch;
    }

    final Execution execution() {
        return branch.execution();
    }

    final Core core() {
        return branch.execution().core();
    }

    final State state() {
        return state;
    }

    final JsonNode rawInput() {
        return rawInput;
    }

    final long enteredEventId() {
        return enteredEventId;
    }

    final void enter() {
        enteredTime = core().scheduler().now();
        enteredEventId = branch.record(EventNames.entered(state),
                Details.of("name", state.name()).with("input", rawInput));
    }

    /** Attempts; null means that it will be resumed. */
    final Outcome begin() {
        return guarded(this::attempt);
    }

    @FunctionalInterface
    interface Step {
        Outcome run();
    }

    /** Runs a step, turning what it throws into what Retry and Catch make of it. */
    final Outcome guarded(Step step) {
        try {
            return step.run();
        } catch (EvaluationFailure e) {
            return evaluationFailed(e);
        } catch (StateFailure e) {
            return failed(e.errorOutput(), FailureOrigin.STATE);
        } catch (StackOverflowError e) {
            return failed(new ErrorOutput(EvaluationFailure.RUNTIME,
                    described("The data is nested too deeply.")), FailureOrigin.STATE);
        }
    }

    /** Does what the state is for; null means that it will be resumed. */
    abstract Outcome attempt();

    /** Runs on after a redrive, with fresh retries. */
    Outcome redrive() {
        retries = null;
        retryCount = 0;
        contextObject = null;
        return begin();
    }

    /** Stops whatever goes on. */
    void abandon() {
        if (retryTimer != null) {
            retryTimer.cancel();
        }
    }

    final void recordAbort() {
        EventType type = EventNames.aborted(state);
        if (type != null) {
            branch.recordAside(type, branch.lastEventId(), new Details());
        }
    }

    /** What expressions see before there is a result. */
    final EvaluationContext context() {
        return EvaluationContext.of(rawInput, this::contextObject, branch.scope().variables(),
                core().surroundings());
    }

    private JsonNode contextObject() {
        if (contextObject == null) {
            ObjectNode context = branch.scope().context(execution().redriveCount());
            ObjectNode own = context.putObject("State");
            own.put("EnteredTime", Identity.timestamp(enteredTime));
            own.put("Name", state.name());
            if (EventNames.aborted(state) != null && !(state instanceof State.Wait)) {
                own.put("RetryCount", retryCount);
            }
            describe(context);
            contextObject = context;
        }
        return contextObject;
    }

    /** Adds what the context object tells of this kind of state. */
    void describe(ObjectNode context) {}

    /** Leaves the state, on to the next or out of the graph. */
    final Outcome leave(String next, DataFlow.Exit exit) {
        JsonNode output = exit.output();
        if (PayloadSize.exceeds(output, PayloadSize.LIMIT)) {
            throw DataFlow.tooBig(state);
        }
        branch.record(EventNames.exited(state), Details.of("name", state.name())
                .with("output", output).with("assignedVariables", exit.assigned()));
        exit.assignTo(branch.scope().variables());
        return next == null ? new Outcome.Ended(output) : new Outcome.Moved(next, output);
    }

    /** Leaves the state with a result. */
    final Outcome succeed(JsonNode result) {
        return leave(state.next(), new DataFlow(state).exit(context(), result));
    }

    /** An expression failed: Step Functions writes an event for those in JSONata. */
    private Outcome evaluationFailed(EvaluationFailure failure) {
        ErrorOutput error = new ErrorOutput(failure.error(), described(failure.getMessage()));
        if (failure.error().equals(EvaluationFailure.QUERY_EVALUATION_ERROR)) {
            if (branch.lastEventId() == enteredEventId) {
                branch.continueFrom(priorEventId);
            }
            branch.record(EventType.EvaluationFailed, Details.of("error", error.error())
                    .with("cause", error.cause()).with("location", failure.location())
                    .with("state", state.name()));
        }
        return failed(error, FailureOrigin.STATE);
    }

    final String described(String reason) {
        return "An error occurred while executing the state '" + state.name()
                + "' (entered at the event id #" + enteredEventId + "). " + reason;
    }

    /** Retries, catches, or fails the graph. */
    final Outcome failed(ErrorOutput error, FailureOrigin origin) {
        if (retry(error, origin)) {
            return null;
        }
        recordFailure(error);
        for (Catcher catcher : state.catchers()) {
            if (ErrorNames.match(catcher.errorEquals(), error.error(), origin)) {
                return guarded(() -> caught(catcher, error));
            }
        }
        return new Outcome.Failed(error);
    }

    /** Writes that the state failed, for those states that have an event for it. */
    void recordFailure(ErrorOutput error) {}

    private Outcome caught(Catcher catcher, ErrorOutput error) {
        return leave(catcher.next(), new DataFlow(state).caught(context(), catcher, error));
    }

    private boolean retry(ErrorOutput error, FailureOrigin origin) {
        List<Retrier> retriers = state.retriers();
        for (int i = 0; i < retriers.size(); i++) {
            Retrier retrier = retriers.get(i);
            if (ErrorNames.match(retrier.errorEquals(), error.error(), origin)) {
                if (retries == null) {
                    retries = new int[retriers.size()];
                }
                if (retries[i] >= retrier.maxAttempts()) {
                    return false;
                }
                retryLater(retrier, retries[i]++);
                return true;
            }
        }
        return false;
    }

    private void retryLater(Retrier retrier, int retry) {
        double seconds = Math.min(retrier.delaySeconds(retry), MOST_DELAY_SECONDS);
        if (retrier.fullJitter()) {
            seconds *= core().surroundings().random().nextDouble();
        }
        Duration delay = Duration.ofMillis(Math.round(seconds * 1000));
        retryTimer = core().scheduler().pause(delay, () -> execution().post(this::again));
    }

    private void again() {
        if (branch.isRunning()) {
            retryCount++;
            contextObject = null;
            branch.resume(begin());
        }
    }

    /** Goes on after a wait, if the branch still runs. */
    final void resume(Step step) {
        execution().post(() -> {
            if (branch.isRunning()) {
                branch.resume(guarded(step));
            }
        });
    }
}
