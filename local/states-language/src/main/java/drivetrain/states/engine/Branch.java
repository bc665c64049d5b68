package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.definition.StateGraph;
import drivetrain.states.history.EventType;
import java.util.Map;

/** Walks through one graph of states. All calls come through the execution's queue. */
final class Branch {

    private static final int TURN = 200;

    private final Execution execution;
    private final StateGraph graph;
    private final Scope scope;
    private final BranchOwner owner;
    private final int index;
    private String stateName;
    private JsonNode data;
    private long lastEventId;
    private Visit visit;
    private Standing standing = Standing.RUNNING;

    private enum Standing {
        RUNNING, SUCCEEDED, FAILED, ABANDONED
    }

    Branch(Execution execution, StateGraph graph, Scope scope, BranchOwner owner, int index) {
        this.execution = execution;
        this.graph = graph;
        this.scope = scope;
        this.owner = owner;
        this.index = index;
    }

    Execution execution() {
        return execution;
    }

    Scope scope() {
        return scope;
    }

    int index() {
        return index;
    }

    JsonNode data() {
        return data;
    }

    boolean isRunning() {
        return standing == Standing.RUNNING;
    }

    boolean hasSucceeded() {
        return standing == Standing.SUCCEEDED;
    }

    long lastEventId() {
        return lastEventId;
    }

    /** Writes an event that follows the last one. */
    long record(EventType type, Map<String, JsonNode> details) {
        lastEventId = scope.history().add(type, lastEventId, details);
        return lastEventId;
    }

    /** Writes an event beside the chain: what comes next doesn't follow from it. */
    long recordAside(EventType type, long previous, Map<String, JsonNode> details) {
        return scope.history().add(type, previous, details);
    }

    void continueFrom(long eventId) {
        lastEventId = eventId;
    }

    void start(JsonNode input, long previousEventId) {
        stateName = graph.startAt();
        data = input;
        lastEventId = previousEventId;
        execution.post(this::run);
    }

    private void run() {
        for (int i = 0; i < TURN; i++) {
            if (!isRunning() || !settle(visitNext())) {
                return;
            }
        }
        execution.post(this::run);
    }

    /** A child execution of a distributed map that fills its own history fails alone. */
    private Outcome visitNext() {
        try {
            visit = Visit.of(this, graph.state(stateName), data);
            visit.enter();
            return visit.begin();
        } catch (History.Full e) {
            if (execution.owns(scope.history())) {
                throw e;
            }
            return new Outcome.Failed(execution.historyIsFull(scope.history()));
        }
    }

    /** Goes on after a visit that had to wait. */
    void resume(Outcome outcome) {
        if (isRunning() && settle(outcome)) {
            run();
        }
    }

    /** The answer is whether there is a state to visit next. */
    private boolean settle(Outcome outcome) {
        return switch (outcome) {
            case null -> false;
            case Outcome.Moved moved -> {
                stateName = moved.next();
                data = moved.output();
                yield true;
            }
            case Outcome.Ended ended -> {
                standing = Standing.SUCCEEDED;
                data = ended.output();
                visit = null;
                owner.succeeded(this, ended.output());
                yield false;
            }
            case Outcome.Failed failed -> {
                standing = Standing.FAILED;
                owner.failed(this, failed.errorOutput());
                yield false;
            }
        };
    }

    /** Gives up, so that it can be redriven. */
    void abandon() {
        if (isRunning()) {
            standing = Standing.ABANDONED;
            if (visit != null) {
                visit.abandon();
            }
        }
    }

    /** Tells in the history which state was given up because of a sibling. */
    void recordAbort() {
        if (visit != null && standing != Standing.SUCCEEDED) {
            visit.recordAbort();
        }
    }

    /** Runs on from where it stood. */
    void redrive(long previousEventId) {
        standing = Standing.RUNNING;
        lastEventId = previousEventId;
        execution.post(() -> {
            if (visit == null) {
                run();
            } else if (settle(visit.redrive())) {
                run();
            }
        });
    }
}
