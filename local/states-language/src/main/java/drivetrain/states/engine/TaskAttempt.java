package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.definition.FailureOrigin;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskIntegration;
import drivetrain.states.task.TaskPattern;
import drivetrain.states.task.TaskResource;
import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One attempt of a task: it ends once, by a result, an error, a timeout or a token. */
final class TaskAttempt implements TaskCall, TokenHolder {

    private final TaskVisit visit;
    private final JsonNode arguments;
    private final JsonNode context;
    private final String token;
    private final Optional<String> roleArn;
    private final TaskEvents events;
    private final Queue<Runnable> whenAbandoned = new ConcurrentLinkedQueue<>();
    private Long heartbeatSeconds;
    private Scheduler.Timer timeout;
    private Scheduler.Timer heartbeat;
    private boolean over;

    TaskAttempt(TaskVisit visit, JsonNode arguments, JsonNode context, String token,
            Optional<String> roleArn) {
        this.visit = visit;
        this.arguments = arguments;
        this.context = context;
        this.token = token;
        this.roleArn = roleArn;
        events = new TaskEvents(visit.branch(), visit.task().resource());
    }

    Outcome begin(Long timeoutSeconds, Long heartbeatInSeconds) {
        heartbeatSeconds = heartbeatInSeconds;
        if (resource() instanceof TaskResource.Activity activity) {
            visit.core().activities().check(activity.arn(), visit::described);
        }
        events.scheduled(arguments, visit.core().arns().region(), timeoutSeconds,
                heartbeatInSeconds);
        timeout = timer(timeoutSeconds, FailureOrigin.TASK);
        if (token != null) {
            visit.core().tokens().open(token, this);
        }
        if (resource() instanceof TaskResource.Activity activity) {
            visit.core().activities().offer(activity.arn(), token, arguments, this);
        } else {
            events.started(null);
            startHeartbeat();
            call();
        }
        return null;
    }

    private void call() {
        TaskIntegration integration = visit.core().integration(resource()).orElse(null);
        if (integration == null) {
            fail(new ErrorOutput("States.Runtime", visit.described("No integration serves the "
                    + "resource '" + resource().arn() + "'.")));
            return;
        }
        try {
            CompletionStage<JsonNode> stage = integration.invoke(this);
            stage.whenComplete((result, thrown) -> {
                if (thrown == null) {
                    later(() -> answered(result));
                } else {
                    fail(Failures.of(thrown));
                }
            });
        } catch (RuntimeException e) {
            fail(Failures.of(e));
        }
    }

    /** The integration has answered: with the result, or that the token is handed out. */
    private Outcome answered(JsonNode result) {
        if (resource() instanceof TaskResource.Service service
                && service.pattern() == TaskPattern.WAIT_FOR_TASK_TOKEN) {
            events.submitted(result);
            return null;
        }
        return finish(result);
    }

    private Outcome finish(JsonNode result) {
        end();
        if (PayloadSize.exceeds(result, PayloadSize.LIMIT)) {
            ErrorOutput error = DataFlow.tooBig(visit.task()).errorOutput();
            events.failed(error);
            return visit.attemptFailed(error, FailureOrigin.TASK);
        }
        events.succeeded(result);
        return visit.completed(result);
    }

    private void fail(ErrorOutput error) {
        later(() -> {
            end();
            events.failed(error);
            return visit.attemptFailed(error, FailureOrigin.TASK);
        });
    }

    /** Runs in the execution's queue, unless the attempt is over by then. */
    private void later(Visit.Step step) {
        visit.resume(() -> over ? null : step.run());
    }

    private Scheduler.Timer timer(Long seconds, FailureOrigin origin) {
        return seconds == null
                ? null
                : visit.core().scheduler()
                        .schedule(Duration.ofSeconds(seconds), () -> later(() -> timedOut(origin)));
    }

    private Outcome timedOut(FailureOrigin origin) {
        abandon();
        events.timedOut(Failures.TIMEOUT);
        return visit.attemptFailed(Failures.TIMEOUT, origin);
    }

    private void startHeartbeat() {
        if (heartbeat != null) {
            heartbeat.cancel();
        }
        heartbeat = token == null ? null : timer(heartbeatSeconds, FailureOrigin.HEARTBEAT);
    }

    private void end() {
        over = true;
        if (timeout != null) {
            timeout.cancel();
        }
        if (heartbeat != null) {
            heartbeat.cancel();
        }
        if (token != null) {
            visit.core().tokens().close(token);
        }
    }

    /** Gives up, and tells the integration. */
    void abandon() {
        if (!over) {
            end();
            whenAbandoned.forEach(Runnable::run);
        }
    }

    @Override
    public void started(String workerName) {
        later(() -> {
            events.started(workerName);
            startHeartbeat();
            return null;
        });
    }

    @Override
    public void succeed(JsonNode output) {
        later(() -> finish(output));
    }

    @Override
    public void fail(String error, String cause) {
        fail(new ErrorOutput(error, cause));
    }

    @Override
    public void heartbeat() {
        later(() -> {
            startHeartbeat();
            return null;
        });
    }

    @Override
    public TaskResource resource() {
        return visit.task().resource();
    }

    @Override
    public JsonNode arguments() {
        return arguments;
    }

    @Override
    public JsonNode context() {
        return context;
    }

    @Override
    public String stateName() {
        return visit.task().name();
    }

    @Override
    public String executionArn() {
        return visit.branch().scope().identity().executionArn();
    }

    @Override
    public Optional<String> roleArn() {
        return roleArn;
    }

    @Override
    public void submitted(JsonNode output) {
        later(() -> {
            events.submitted(output);
            return null;
        });
    }

    @Override
    public void onAbandoned(Runnable action) {
        whenAbandoned.add(action);
    }
}
