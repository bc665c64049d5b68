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
        if (!declared.has(startAt)) {
            graph.problems().missingTarget(graph.path("StartAt"),
                    "Missing 'StartAt' target: " + startAt);
        }
        follow(startAt, null);
        while (!open.isEmpty()) {
            String name = open.remove();
            State state = states.get(name);
            if (state == null) {
                return;
            }
            transitions(state, graph.path("States") + "/" + name);
        }
        if (states.values().stream().noneMatch(TransitionCheck::isTerminal)) {
            graph.problems().missingEndState();
            return;
        }
        for (String name : states.keySet()) {
            if (!reached.contains(name)) {
                graph.problems().missingTarget(graph.path("States") + "/" + name,
                        "State \"" + name + "\" is not reachable.");
            }
        }
    }

    private static boolean isTerminal(State state) {
        return state.next() == null && !(state instanceof State.Choice);
    }

    private void transitions(State state, String path) {
        follow(state.next(), path + "/Next");
        for (int i = 0; i < state.catchers().size(); i++) {
            follow(state.catchers().get(i).next(), path + "/Catch[" + i + "]/Next");
        }
        if (state instanceof State.Choice choice) {
            for (int i = 0; i < choice.rules().size(); i++) {
                follow(choice.rules().get(i).next(), path + "/Choices[" + i + "]/Next");
            }
            follow(choice.defaultNext(), path + "/Default");
        }
    }

    /** Step Functions calls every target a Next target, whatever its field is named. */
    private void follow(String target, String path) {
        if (target == null) {
            return;
        }
        if (declared.has(target)) {
            if (reached.add(target)) {
                open.add(target);
            }
        } else if (path != null) {
            graph.problems().missingTarget(path, "Missing 'Next' target: " + target);
        }
    }
}
