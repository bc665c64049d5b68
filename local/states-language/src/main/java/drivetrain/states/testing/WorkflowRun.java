package drivetrain.states.testing;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.history.HistoryEvent;
import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One execution of a {@link Workflow} under test. Not thread-safe. */
public final class WorkflowRun {

    private final StatesEngine engine;
    private final VirtualScheduler time;
    private final String arn;

    WorkflowRun(StatesEngine engine, VirtualScheduler time, String arn) {
        this.engine = engine;
        this.time = time;
        this.arn = arn;
    }

    /**
     * Lets time pass, doing all that is due on the way.
     *
     * @param duration how long
     * @return this
     */
    public WorkflowRun skip(Duration duration) {
        time.advance(duration);
        return this;
    }

    /**
     * Skips time until the execution has finished.
     *
     * @return this
     * @throws IllegalStateException if it waits for something that no timer brings
     */
    public WorkflowRun finish() {
        time.runUntilDone(engine.executions().finished(arn));
        return this;
    }

    /**
     * Answers a {@code .waitForTaskToken} task.
     *
     * @param token from the arguments of the mocked call
     * @param output the text of the output
     * @return this
     */
    public WorkflowRun succeedTask(String token, String output) {
        engine.taskTokens().succeed(token, Json.parse(output));
        return skip(Duration.ZERO);
    }

    /**
     * Fails a {@code .waitForTaskToken} task.
     *
     * @param token from the arguments of the mocked call
     * @param error the error name
     * @param cause the cause
     * @return this
     */
    public WorkflowRun failTask(String token, String error, String cause) {
        engine.taskTokens().fail(token, error, cause);
        return skip(Duration.ZERO);
    }

    /**
     * Stops the execution.
     *
     * @return this
     */
    public WorkflowRun stop() {
        engine.executions().stop(arn, null, null);
        return skip(Duration.ZERO);
    }

    /**
     * Runs a failed execution on from the states that didn't succeed.
     *
     * @return this
     */
    public WorkflowRun redrive() {
        engine.executions().redrive(arn);
        return skip(Duration.ZERO);
    }

    /**
     * The states that were entered.
     *
     * @return their names in order, repeated if a state was entered again
     */
    public List<String> path() {
        return history().stream().filter(e -> e.type().name().endsWith("StateEntered"))
                .map(e -> e.detail("name").textValue()).toList();
    }

    /**
     * Where the execution stands.
     *
     * @return RUNNING while it waits
     */
    public ExecutionStatus status() {
        return description().status();
    }

    /**
     * The output.
     *
     * @return null unless it succeeded
     */
    public JsonNode output() {
        return description().output();
    }

    /**
     * The error name.
     *
     * @return null while nothing went wrong
     */
    public String error() {
        return description().error().orElse(null);
    }

    /**
     * The cause.
     *
     * @return null where there is none
     */
    public String cause() {
        return description().cause().orElse(null);
    }

    /**
     * The time in the test.
     *
     * @return how far it was skipped
     */
    public Instant now() {
        return time.now();
    }

    /**
     * How long the execution took, or has taken so far.
     *
     * @return virtual time
     */
    public Duration duration() {
        Instant end = description().stopDate();
        return Duration.between(description().startDate(), end == null ? time.now() : end);
    }

    /**
     * All that DescribeExecution tells.
     *
     * @return a snapshot
     */
    public ExecutionDescription description() {
        return engine.executions().describe(arn);
    }

    /**
     * All that GetExecutionHistory tells.
     *
     * @return oldest first
     */
    public List<HistoryEvent> history() {
        return engine.executions().history(arn);
    }
}
