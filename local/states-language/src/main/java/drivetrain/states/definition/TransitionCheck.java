package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds transitions to states that don't exist, and states that no transition leads to. */
final class TransitionCheck {

    private final Fields graph;
    private final JsonNode declared;
    private final Map<String, State> states;
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    TransitionCheck(Fields graph, JsonNode declared, Map<String, State> states) {
        this.graph = graph;
        this.declared = declared;
        this.states = states;
    }

    void check(String startAt) {
        follow(startAt, graph.path("StartAt"), "StartAt");
        while (!open.isEmpty()) {
            String name = open.remove();
            State state = states.get(name);
            if (state == null) {
                return;
            }
            transitions(state, graph.path("States") + "/" + name);
        }
        for (String name : states.keySet()) {
            if (!reached.contains(name)) {
                graph.problems().missingTarget(graph.path("States") + "/" + name,
                        "State \"" + name + "\" is not reachable.");
            }
        }
    }

    private void transitions(State state, String path) {
        follow(state.next(), path + "/Next", "Next");
        for (int i = 0; i < state.catchers().size(); i++) {
            follow(state.catchers().get(i).next(), path + "/Catch[" + i + "]/Next", "Next");
        }
        if (state instanceof State.Choice choice) {
            for (int i = 0; i < choice.rules().size(); i++) {
                follow(choice.rules().get(i).next(), path + "/Choices[" + i + "]/Next", "Next");
            }
            follow(choice.defaultNext(), path + "/Default", "Default");
        }
    }

    private void follow(String target, String path, String field) {
        if (target == null) {
            return;
        }
        if (!declared.has(target)) {
            graph.problems().missingTarget(path, "Missing '" + field + "' target: " + target);
        } else if (reached.add(target)) {
            open.add(target);
        }
    }
}
