package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.expression.Variables;
import drivetrain.states.history.EventType;

/**
 * Where the iterations of one attempt of a Map state run: inline they share the history of the
 * execution and see its variables; distributed each has a history of its own and sees nothing.
 */
final class MapRun {

    private final Visit visit;
    private final boolean distributed;
    private String arn;

    MapRun(Visit visit, boolean distributed) {
        this.visit = visit;
        this.distributed = distributed;
    }

    boolean distributed() {
        return distributed;
    }

    String arn() {
        return arn;
    }

    void started() {
        if (distributed) {
            arn = visit.core().arns().mapRun(visit.execution().machine(), label(), unique());
            visit.branch().record(EventType.MapRunStarted, Details.of("mapRunArn", arn));
        }
    }

    void succeeded() {
        if (distributed) {
            visit.branch().record(EventType.MapRunSucceeded, new Details());
        }
    }

    void failed() {
        if (distributed) {
            visit.branch().record(EventType.MapRunFailed, new Details());
        }
    }

    Scope scope(JsonNode item, JsonNode input) {
        Scope outer = visit.branch().scope();
        if (!distributed) {
            return new Scope(outer.identity(), outer.history(), new Variables(outer.variables()),
                    item);
        }
        Machine machine = visit.execution().machine();
        String name = unique();
        Identity child = new Identity(visit.core().arns().childExecution(machine, label(), name),
                name, machine, visit.core().scheduler().now(), input);
        return new Scope(child, visit.execution().newHistory(), new Variables(null), item);
    }

    /** The answer is the event that the iteration's events follow. */
    long iterationStarted(int index, long previous) {
        if (distributed) {
            return 0;
        }
        return visit.branch().recordAside(EventType.MapIterationStarted, previous, details(index));
    }

    void iterationEnded(EventType type, Branch iteration) {
        if (!distributed) {
            visit.branch().recordAside(type, iteration.lastEventId(), details(iteration.index()));
        }
    }

    void iterationAborted(Branch iteration) {
        if (!distributed) {
            iteration.recordAbort();
            iterationEnded(EventType.MapIterationAborted, iteration);
        }
    }

    void continueFrom(long lastEventId) {
        if (!distributed) {
            visit.branch().continueFrom(lastEventId);
        }
    }

    private Details details(int index) {
        return Details.of("name", visit.state().name()).with("index", Long.valueOf(index));
    }

    private String label() {
        return visit.state().name().replaceAll("[^A-Za-z0-9]", "");
    }

    private String unique() {
        return RandomValues.uuid(visit.core().surroundings().random());
    }
}
