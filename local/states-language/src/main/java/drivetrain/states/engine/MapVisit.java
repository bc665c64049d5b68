package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.history.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A visit of a Map state, inline or distributed. */
final class MapVisit extends Visit implements BranchOwner {

    private final State.Map map;
    private MapItems items;
    private MapLimits limits;
    private MapRun run;
    private List<Branch> iterations = List.of();
    private JsonNode[] results = {};
    private int next;
    private int finished;
    private int failures;
    private boolean over;

    MapVisit(Branch branch, State.Map map, JsonNode input) {
        super(branch, map, input);
        this.map = map;
    }

    private MapSettings settings() {
        return map.settings();
    }

    @Override
    Outcome attempt() {
        if (settings().reader() != null) {
            MapReader reader = new MapReader(this, settings().reader());
            return reader.read(read -> resume(() -> begin(read)));
        }
        return begin(null);
    }

    private Outcome begin(ArrayNode read) {
        items = new MapItems(map, context(), read);
        branch().record(EventType.MapStateStarted, new Details()
                .with("length", Long.valueOf(items.knownSize())));
        limits = new MapLimits(settings(), items.context());
        items.batch();
        run = new MapRun(this, settings().distributed());
        run.started();
        iterations = new ArrayList<>(items.size());
        results = new JsonNode[items.size()];
        next = 0;
        finished = 0;
        failures = 0;
        over = false;
        if (items.size() == 0) {
            return finish(branch().lastEventId());
        }
        int first = Math.min(items.size(), limits.concurrency());
        long previous = branch().lastEventId();
        for (int i = 0; i < first; i++) {
            startNext(previous);
        }
        return null;
    }

    private void startNext(long previous) {
        int index = next++;
        JsonNode input = items.input(index);
        Scope scope = run.scope(items.item(index), input);
        Branch iteration = new Branch(execution(), map.processor(), scope, this, index);
        iterations.add(iteration);
        iteration.start(input, run.iterationStarted(index, previous));
    }

    @Override
    public void succeeded(Branch iteration, JsonNode output) {
        if (over) {
            return;
        }
        results[iteration.index()] = output;
        run.iterationEnded(EventType.MapIterationSucceeded, iteration);
        iterationFinished(iteration);
    }

    @Override
    public void failed(Branch iteration, ErrorOutput error) {
        if (over) {
            return;
        }
        failures++;
        run.iterationEnded(EventType.MapIterationFailed, iteration);
        if (limits.tolerate(failures, items.size())) {
            iterationFinished(iteration);
            return;
        }
        over = true;
        for (Branch other : iterations) {
            if (other.isRunning()) {
                other.abandon();
                run.iterationAborted(other);
            }
        }
        resume(() -> tooManyFailed(iteration.lastEventId(), error));
    }

    private Outcome tooManyFailed(long lastEventId, ErrorOutput error) {
        run.continueFrom(lastEventId);
        if (!settings().distributed()) {
            return failed(error, FailureOrigin.STATE);
        }
        run.failed();
        return failed(new ErrorOutput("States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded"), FailureOrigin.STATE);
    }

    private void iterationFinished(Branch iteration) {
        finished++;
        if (finished == items.size()) {
            over = true;
            resume(() -> finish(iteration.lastEventId()));
        } else if (next < items.size()) {
            resume(() -> startIfAnyIsLeft(iteration.lastEventId()));
        }
    }

    /** Several iterations may have finished before this runs. */
    private Outcome startIfAnyIsLeft(long previous) {
        if (!over && next < items.size()) {
            startNext(previous);
        }
        return null;
    }

    private Outcome finish(long lastEventId) {
        run.continueFrom(lastEventId);
        run.succeeded();
        branch().recordAside(EventType.MapStateSucceeded, branch().lastEventId(), new Details());
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode(results.length);
        for (JsonNode result : results) {
            if (result != null) {
                outputs.add(result);
            }
        }
        if (settings().writer() != null) {
            return new MapWriter(this, settings().writer(), run).write(outputs,
                    written -> resume(() -> succeed(written)));
        }
        return succeed(outputs);
    }

    @Override
    void recordFailure(ErrorOutput error) {
        if (!EvaluationFailure.RUNTIME.equals(error.error())) {
            branch().record(EventType.MapStateFailed, new Details().with("error", error.error())
                    .with("cause", Failures.cause(error)));
        }
    }

    /** The iterations that succeeded keep their results. */
    @Override
    Outcome redrive() {
        Deque<Branch> again = new ArrayDeque<>();
        iterations.stream().filter(b -> !b.hasSucceeded()).forEach(again::add);
        if (again.isEmpty()) {
            return super.redrive();
        }
        over = false;
        failures = 0;
        finished = (int) iterations.stream().filter(Branch::hasSucceeded).count();
        again.forEach(b -> b.redrive(run.distributed()
                ? b.lastEventId()
                : branch().lastEventId()));
        return null;
    }

    @Override
    void abandon() {
        super.abandon();
        over = true;
        iterations.forEach(Branch::abandon);
    }
}
