package drivetrain.states.definition;

import drivetrain.states.expression.Expression;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which states refer to which variables. */
final class VariableReferences {

    private final Map<String, Set<String>> found = new TreeMap<>();

    private VariableReferences() {}

    static Map<String, Set<String>> of(StateGraph graph) {
        VariableReferences references = new VariableReferences();
        references.collect(graph);
        return references.found;
    }

    private void collect(StateGraph graph) {
        graph.states().values().forEach(this::collect);
    }

    private void collect(State state) {
        Set<String> names = new TreeSet<>();
        StateData data = state.data();
        add(names, data.inputPath(), data.arguments(), data.resultSelector(), data.outputPath(),
                data.assign(), data.output());
        for (Catcher catcher : state.catchers()) {
            add(names, catcher.assign(), catcher.output());
        }
        switch (state) {
            case State.Pass pass -> add(names, pass.result());
            case State.Fail fail -> add(names, fail.error(), fail.cause());
            case State.Wait wait -> waits(names, wait);
            case State.Choice choice -> choice.rules().forEach(rule -> {
                names.addAll(rule.condition().variables());
                add(names, rule.assign(), rule.output());
            });
            case State.Task task -> add(names, task.timeoutSeconds(), task.heartbeatSeconds(),
                    task.credentials());
            case State.Parallel parallel -> parallel.branches().forEach(this::collect);
            case State.Map map -> {
                settings(names, map.settings());
                collect(map.processor());
            }
            case State.Succeed _ -> {
            }
        }
        if (!names.isEmpty()) {
            found.put(state.name(), names);
        }
    }

    private static void waits(Set<String> names, State.Wait wait) {
        for (WaitField field : new WaitField[]{wait.seconds(), wait.timestamp()}) {
            if (field != null) {
                add(names, field.value());
            }
        }
    }

    private static void settings(Set<String> names, MapSettings settings) {
        add(names, settings.items(), settings.itemSelector());
        limits(names, settings.maxConcurrency(), settings.toleratedFailureCount(),
                settings.toleratedFailurePercentage());
        if (settings.batcher() != null) {
            limits(names, settings.batcher().maxItems(), settings.batcher().maxBytes());
            add(names, settings.batcher().input());
        }
        if (settings.reader() != null) {
            limits(names, settings.reader().maxItems());
            add(names, settings.reader().arguments());
        }
        if (settings.writer() != null) {
            add(names, settings.writer().arguments());
        }
    }

    private static void limits(Set<String> names, MapSettings.Limit... limits) {
        for (MapSettings.Limit limit : limits) {
            if (limit != null) {
                add(names, limit.value());
            }
        }
    }

    private static void add(Set<String> names, Expression... expressions) {
        for (Expression expression : expressions) {
            if (expression != null) {
                names.addAll(expression.variables());
            }
        }
    }
}
