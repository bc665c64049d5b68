package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.TestStateRequest;
import drivetrain.states.TestStateResult.Status;
import drivetrain.states.TestStateResult;
import drivetrain.states.definition.ChoiceRule;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.definition.State;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Variables;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One run of TestState. */
final class StateTest {

    private final TestStateRequest request;
    private final State state;
    private final EvaluationContext raw;
    private final JsonNode mocked;
    private final DataFlow flow;
    private final Inspection inspection;

    StateTest(TestStateRequest request, State state, EvaluationContext raw, JsonNode mocked) {
        this.request = request;
        this.state = state;
        this.raw = raw;
        this.mocked = mocked;
        flow = new DataFlow(state);
        inspection = new Inspection(state, raw, request.variables());
    }

    /** Calls a task that isn't mocked. */
    interface Caller {
        CompletionStage<JsonNode> call(State.Task task, JsonNode arguments);
    }

    CompletionStage<TestStateResult> run(Caller caller) {
        try {
            inspection.before();
            if (request.mock() != null && request.mock().errorOutput() != null) {
                return done(failed(request.mock().errorOutput(), state instanceof State.Task
                        ? FailureOrigin.TASK
                        : FailureOrigin.STATE));
            }
            if (state instanceof State.Task task && mocked == null) {
                return caller.call(task, flow.arguments(raw))
                        .handle((result, thrown) -> thrown == null
                                ? guarded(() -> succeeded(result))
                                : failed(Failures.of(thrown), FailureOrigin.TASK));
            }
        } catch (EvaluationFailure e) {
            return done(failed(new ErrorOutput(e.error(), e.getMessage()), FailureOrigin.STATE));
        }
        return done(guarded(this::evaluated));
    }

    private static CompletionStage<TestStateResult> done(TestStateResult result) {
        return CompletableFuture.completedFuture(result);
    }

    private TestStateResult guarded(Supplier<TestStateResult> step) {
        try {
            return step.get();
        } catch (EvaluationFailure e) {
            return failed(new ErrorOutput(e.error(), e.getMessage()), FailureOrigin.STATE);
        }
    }

    private TestStateResult evaluated() {
        return switch (state) {
            case State.Pass pass -> succeeded(InstantStates.result(pass, raw));
            case State.Succeed _ -> succeeded(flow.input(raw));
            case State.Fail fail -> failed(InstantStates.error(fail, raw), FailureOrigin.STATE);
            case State.Choice choice -> chosen(choice);
            case State.Wait wait -> {
                WaitVisit.duration(wait, raw.withInput(flow.input(raw)),
                        raw.surroundings().clock().get());
                yield succeeded(flow.input(raw));
            }
            case State.Map map when tooManyFailed(map) -> failed(new ErrorOutput(
                    "States.ExceedToleratedFailureThreshold",
                    "The specified tolerated failure threshold was exceeded"), FailureOrigin.STATE);
            case State.Task _,State.Map _,State.Parallel _ -> succeeded(mocked);
        };
    }

    private boolean tooManyFailed(State.Map map) {
        Integer failures = request.configuration() == null
                ? null
                : request.configuration().mapIterationFailureCount();
        boolean limited = map.settings().toleratedFailureCount() != null
                || map.settings().toleratedFailurePercentage() != null;
        return failures != null && limited && !new MapLimits(map.settings(),
                raw.withInput(flow.input(raw))).tolerate(failures, mocked.size());
    }

    private TestStateResult chosen(State.Choice choice) {
        ChoiceRule rule = InstantStates.rule(choice, raw);
        return result(Status.SUCCEEDED, flow.chosen(raw, rule).output(), null,
                rule == null ? choice.defaultNext() : rule.next());
    }

    private TestStateResult succeeded(JsonNode result) {
        inspection.after(result);
        return result(Status.SUCCEEDED, flow.exit(raw, result).output(), null, state.next());
    }

    private TestStateResult failed(ErrorOutput error, FailureOrigin origin) {
        ErrorHandling handling = ErrorHandling.of(state, error, origin, retried());
        return switch (handling) {
            case ErrorHandling.Retry retry -> {
                inspection.error().put("retryBackoffIntervalSeconds", retry.delaySeconds())
                        .put("retryIndex", retry.index());
                yield result(Status.RETRIABLE, null, error, null);
            }
            case ErrorHandling.Catch caught -> {
                inspection.error().put("catchIndex", caught.index());
                yield result(Status.CAUGHT_ERROR,
                        flow.caught(raw, caught.catcher(), error).output(), error,
                        caught.catcher().next());
            }
            case ErrorHandling.None _ -> result(Status.FAILED, null, error, null);
        };
    }

    private int retried() {
        return request.configuration() == null
                || request.configuration().retrierRetryCount() == null
                        ? 0
                        : request.configuration().retrierRetryCount();
    }

    private TestStateResult result(Status status, JsonNode output, ErrorOutput error,
            String next) {
        ObjectNode data = request.level() == TestStateRequest.Level.INFO
                ? null
                : inspection.data();
        return new TestStateResult(status, output, error == null ? null : error.error(),
                error == null ? null : error.cause(), next, data);
    }

    /** The context of a state that is tested alone. */
    static EvaluationContext context(TestStateRequest request, State state, Core core,
            String id) {
        JsonNode input = request.input() == null
                ? JsonNodeFactory.instance.objectNode()
                : request.input();
        ObjectNode object = StateTestContext.of(request, state, input, core.arns(),
                core.scheduler().now(), id);
        return EvaluationContext.of(input, () -> object, variables(request.variables()),
                core.surroundings());
    }

    private static Variables variables(JsonNode given) {
        var variables = new Variables(null);
        if (given != null) {
            new DataFlow.Exit(given, given).assignTo(variables);
        }
        return variables;
    }
}
