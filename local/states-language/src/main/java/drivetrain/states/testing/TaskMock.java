package drivetrain.states.testing;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.task.TaskFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands for a task. Its behaviours follow one another; the last one stays for good. A mock
 * without behaviours answers an empty object. Not thread-safe.
 */
public final class TaskMock {

    private final List<Behaviour> behaviours = new ArrayList<>();
    private final List<JsonNode> calls = new ArrayList<>();

    /** What happens to a call; no answer means that none ever comes. */
    record Behaviour(UnaryOperator<JsonNode> answer, Duration delay) {}

    TaskMock() {}

    /**
     * The next call gives a result.
     *
     * @param json the text of the result
     * @return this
     */
    public TaskMock returns(String json) {
        JsonNode result = Json.parse(json);
        return answers(_ -> result);
    }

    /**
     * The same as {@link #returns}, to follow something else.
     *
     * @param json the text of the result
     * @return this
     */
    public TaskMock thenReturns(String json) {
        return returns(json);
    }

    /**
     * The next call gives a result that depends on its arguments.
     *
     * @param answer makes the result; may throw {@link TaskFailure}
     * @return this
     */
    public TaskMock answers(UnaryOperator<JsonNode> answer) {
        behaviours.add(new Behaviour(answer, Duration.ZERO));
        return this;
    }

    /**
     * The next call fails.
     *
     * @param error the error name
     * @return this
     */
    public TaskMock fails(String error) {
        return fails(error, "mocked failure");
    }

    /**
     * The next call fails.
     *
     * @param error the error name
     * @param cause the cause
     * @return this
     */
    public TaskMock fails(String error, String cause) {
        return answers(_ -> {
            throw new TaskFailure(error, cause);
        });
    }

    /**
     * The same as {@link #fails(String)}, to follow something else.
     *
     * @param error the error name
     * @return this
     */
    public TaskMock thenFails(String error) {
        return fails(error);
    }

    /**
     * The next call is never answered: it ends by its timeout, if it has one.
     *
     * @return this
     */
    public TaskMock neverAnswers() {
        behaviours.add(new Behaviour(null, Duration.ZERO));
        return this;
    }

    /**
     * The last behaviour takes some (virtual) time.
     *
     * @param delay how long
     * @return this
     */
    public TaskMock after(Duration delay) {
        Behaviour last = last();
        behaviours.set(behaviours.size() - 1, new Behaviour(last.answer(), delay));
        return this;
    }

    /**
     * The last behaviour is for several calls.
     *
     * @param count how many in all
     * @return this
     */
    public TaskMock times(int count) {
        Behaviour last = last();
        for (int i = 1; i < count; i++) {
            behaviours.add(last);
        }
        return this;
    }

    /**
     * The arguments of all calls so far.
     *
     * @return oldest first
     */
    public List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    private Behaviour last() {
        if (behaviours.isEmpty()) {
            throw new IllegalStateException("Say first what the mock does");
        }
        return behaviours.getLast();
    }

    Behaviour called(JsonNode arguments) {
        calls.add(arguments);
        if (behaviours.isEmpty()) {
            return new Behaviour(_ -> Json.parse("{}"), Duration.ZERO);
        }
        return behaviours.get(Math.min(calls.size(), behaviours.size()) - 1);
    }
}
