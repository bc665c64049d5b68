package drivetrain.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What every saga must hold to, read from its definition alone. The pivot is the task whose comment
 * starts with {@code PIVOT}: before it a failure is compensated, after it a task is retried, and
 * then parked.
 */
final class SagaLint {
    private static final Set<String> MUST_BE_RETRIED = Set.of("Lambda.TooManyRequestsException",
            "Lambda.ServiceException", "Sandbox.Timedout", "States.Timeout",
            "drivetrain.kernel.StorageUnavailable", "drivetrain.kernel.VersionConflict");

    /** What a call through the breaker can end with that isn't an answer. */
    private static final Set<String> MUST_BE_RETRIED_WHEN_GUARDED = Set.of("Sfn.SfnException",
            "Sfn.SdkClientException", "States.QueryEvaluationError", "States.Timeout");
    private static final String CIRCUIT_OPEN = "$states.input.outcome = 'CIRCUIT_OPEN'";

    private final JsonNode saga;
    private final Map<String, JsonNode> states = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SagaLint(JsonNode saga) {
        this.saga = saga;
        saga.path("States").properties()
                .forEach(state -> states.put(state.getKey(), state.getValue()));
    }

    /** What is wrong with a saga, one sentence each. */
    static List<String> problems(JsonNode saga) {
        SagaLint lint = new SagaLint(saga);
        lint.check();
        return lint.problems;
    }

    /** The errors that a definition's retriers and catchers name. */
    static Set<String> errorsNamed(JsonNode definition) {
        Set<String> errors = new LinkedHashSet<>();
        definition.findValues("ErrorEquals")
                .forEach(list -> list.forEach(error -> errors.add(error.textValue())));
        return errors;
    }

    /** Whether a state calls a function through the circuit breaker. */
    static boolean isGuarded(JsonNode state) {
        return state.path("Resource").asText().endsWith(":aws-sdk:sfn:startSyncExecution");
    }

    private void check() {
        require(saga.path("TimeoutSeconds").asInt() > 0, "the saga has no TimeoutSeconds");
        List<String> pivots = tasks().filter(this::isPivot).toList();
        require(pivots.size() == 1, "a saga has one task whose comment starts with PIVOT, not "
                + pivots);
        tasks().forEach(this::checkTask);
        states.keySet().stream().filter(name -> isOfType(name, "Choice")).forEach(name -> require(
                states.get(name).has("Default"), name + " has no Default, for what it can't know"));
        Set<String> reachable = reachable(saga.path("StartAt").textValue(), Set.of(), true);
        states.keySet().forEach(name -> require(reachable.contains(name),
                name + " can't be reached"));
        pivots.forEach(this::checkAround);
    }

    private void checkTask(String name) {
        JsonNode task = states.get(name);
        require(task.path("TimeoutSeconds").asInt() > 0, name + " has no TimeoutSeconds");
        task.path("Retry").forEach(retrier -> checkRetrier(name, retrier));
        Set<String> retried = errorsNamed(task.path("Retry"));
        (isGuarded(task) ? MUST_BE_RETRIED_WHEN_GUARDED : MUST_BE_RETRIED)
                .forEach(error -> require(retried.contains(error),
                        name + " doesn't retry " + error));
    }

    private void checkRetrier(String name, JsonNode retrier) {
        String where = name + "'s retrier of " + retrier.path("ErrorEquals").path(0).asText();
        require(retrier.path("JitterStrategy").asText().equals("FULL"),
                where + " must have the JitterStrategy FULL");
        require(retrier.path("MaxDelaySeconds").asInt() > 0, where + " has no MaxDelaySeconds");
        require(retrier.path("MaxAttempts").asInt() > 0, where + " has no MaxAttempts");
        require(errorsNamed(retrier).stream().noneMatch(error -> error.equals("States.ALL")
                || error.equals("States.TaskFailed")),
                where + " would retry business failures and bugs too");
    }

    /** Before the pivot everything is caught; elsewhere nothing is, so that it ends visibly. */
    private void checkAround(String pivot) {
        Set<String> before = reachable(saga.path("StartAt").textValue(), Set.of(pivot), false);
        boolean first = saga.path("StartAt").asText().equals(pivot);
        tasks().forEach(name -> {
            boolean guarded = name.equals(pivot) ? !first : leadsTo(pivot, name, before);
            JsonNode catchers = states.get(name).path("Catch");
            String last = catchers.path(catchers.size() - 1).path("ErrorEquals").path(0).asText();
            require(!guarded || last.equals("States.ALL"),
                    name + " is before the pivot, so its last catcher must be for States.ALL");
            require(guarded || catchers.isEmpty(), name + " is after the pivot, or a"
                    + " compensation: it must fail visibly, so it catches nothing");
            if (isGuarded(states.get(name))) {
                checkOpenCircuit(name, guarded);
            }
        });
    }

    /** While a circuit is open a saga goes back before the pivot, and waits elsewhere. */
    private void checkOpenCircuit(String name, boolean beforePivot) {
        List<String> next = new ArrayList<>();
        states.getOrDefault(states.get(name).path("Next").asText(), saga).path("Choices")
                .forEach(choice -> {
                    if (choice.path("Condition").asText().contains(CIRCUIT_OPEN)) {
                        next.add(choice.path("Next").asText());
                    }
                });
        boolean waits = next.stream().anyMatch(state -> states.containsKey(state)
                && isOfType(state, "Wait")
                && states.get(state).path("Next").asText().equals(name));
        require(!next.isEmpty(), name + " isn't followed by a Choice that knows CIRCUIT_OPEN");
        require(waits != beforePivot, beforePivot
                ? name + " is before the pivot: while its circuit is open the saga compensates"
                : name + " must wait while its circuit is open, and then be tried again");
    }

    private boolean leadsTo(String pivot, String name, Set<String> before) {
        return before.contains(name) && reachable(name, Set.of(), false).contains(pivot);
    }

    private Set<String> reachable(String from, Set<String> stopAt, boolean throughCatch) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (states.containsKey(name) && !stopAt.contains(name) && seen.add(name)) {
                open.addAll(next(states.get(name), throughCatch));
            }
        }
        return seen;
    }

    private static List<String> next(JsonNode state, boolean throughCatch) {
        List<String> next = new ArrayList<>(List.of(state.path("Next").asText(),
                state.path("Default").asText()));
        state.path("Choices").forEach(choice -> next.add(choice.path("Next").asText()));
        if (throughCatch) {
            state.path("Catch").forEach(catcher -> next.add(catcher.path("Next").asText()));
        }
        return next;
    }

    private Stream<String> tasks() {
        return states.keySet().stream().filter(name -> isOfType(name, "Task"));
    }

    private boolean isOfType(String name, String type) {
        return states.get(name).path("Type").asText().equals(type);
    }

    private boolean isPivot(String name) {
        return states.get(name).path("Comment").asText().startsWith("PIVOT");
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
