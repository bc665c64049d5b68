package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Variables;
import drivetrain.states.history.EventType;
import java.util.ArrayList;
import java.util.List;

/** A visit of a Parallel state. */
final class ParallelVisit extends Visit implements BranchOwner {

    private final State.Parallel parallel;
    private List<Branch> branches = List.of();
    private boolean over;

    ParallelVisit(Branch branch, State.Parallel parallel, JsonNode input) {
        super(branch, parallel, input);
        this.parallel = parallel;
    }

    @Override
    Outcome attempt() {
        JsonNode input = new DataFlow(parallel).arguments(context());
        long started = branch().record(EventType.ParallelStateStarted, new Details());
        over = false;
        branches = new ArrayList<>();
        Scope outer = branch().scope();
        for (int i = 0; i < parallel.branches().size(); i++) {
            Scope inner = new Scope(outer.identity(), outer.history(),
                    new Variables(outer.variables()), outer.item());
            branches.add(new Branch(execution(), parallel.branches().get(i), inner, this, i));
        }
        branches.forEach(b -> b.start(input, started));
        return null;
    }

    @Override
    public void succeeded(Branch branch, JsonNode output) {
        if (!over && branches.stream().allMatch(Branch::hasSucceeded)) {
            over = true;
            resume(() -> finish(branch.lastEventId()));
        }
    }

    private Outcome finish(long lastEventId) {
        branch().continueFrom(lastEventId);
        branch().recordAside(EventType.ParallelStateSucceeded, lastEventId, new Details());
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode(branches.size());
        branches.forEach(b -> outputs.add(b.data()));
        return succeed(outputs);
    }

    @Override
    public void failed(Branch branch, ErrorOutput error) {
        if (over) {
            return;
        }
        over = true;
        for (Branch each : branches) {
            each.abandon();
            each.recordAbort();
        }
        resume(() -> {
            branch().continueFrom(branch.lastEventId());
            return failed(error, FailureOrigin.STATE);
        });
    }

    @Override
    void recordFailure(ErrorOutput error) {
        if (!EvaluationFailure.RUNTIME.equals(error.error())) {
            branch().record(EventType.ParallelStateFailed, new Details()
                    .with("error", error.error()).with("cause", Failures.cause(error)));
        }
    }

    @Override
    Outcome redrive() {
        if (branches.isEmpty()) {
            return super.redrive();
        }
        over = false;
        branches.stream().filter(b -> !b.hasSucceeded())
                .forEach(b -> b.redrive(branch().lastEventId()));
        return null;
    }

    @Override
    void abandon() {
        super.abandon();
        over = true;
        branches.forEach(Branch::abandon);
    }
}
