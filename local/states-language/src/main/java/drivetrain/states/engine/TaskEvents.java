package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.ErrorOutput;
import drivetrain.states.history.EventType;
import drivetrain.states.task.TaskResource;

/** The events of a task attempt: three families, by the kind of resource. */
final class TaskEvents {

    private final Branch branch;
    private final TaskResource resource;

    TaskEvents(Branch branch, TaskResource resource) {
        this.branch = branch;
        this.resource = resource;
    }

    void scheduled(JsonNode arguments, String region, Long timeout, Long heartbeat) {
        switch (resource) {
            case TaskResource.LambdaFunction function -> branch.record(
                    EventType.LambdaFunctionScheduled, Details.of("resource", function.arn())
                            .with("input", arguments).with("timeoutInSeconds", timeout));
            case TaskResource.Activity activity -> branch.record(EventType.ActivityScheduled,
                    Details.of("resource", activity.arn()).with("input", arguments)
                            .with("timeoutInSeconds", timeout)
                            .with("heartbeatInSeconds", heartbeat));
            case TaskResource.Service service -> branch.record(EventType.TaskScheduled,
                    of(service).with("region", region).with("parameters", arguments)
                            .with("timeoutInSeconds", timeout)
                            .with("heartbeatInSeconds", heartbeat));
        }
    }

    void started(String workerName) {
        switch (resource) {
            case TaskResource.LambdaFunction _ -> branch.record(EventType.LambdaFunctionStarted,
                    new Details());
            case TaskResource.Activity _ -> branch.record(EventType.ActivityStarted,
                    new Details().with("workerName", workerName));
            case TaskResource.Service service -> branch.record(EventType.TaskStarted, of(service));
        }
    }

    void submitted(JsonNode output) {
        if (resource instanceof TaskResource.Service service) {
            branch.record(EventType.TaskSubmitted, of(service).with("output", output));
        }
    }

    void succeeded(JsonNode output) {
        switch (resource) {
            case TaskResource.LambdaFunction _ -> branch.record(EventType.LambdaFunctionSucceeded,
                    Details.of("output", output));
            case TaskResource.Activity _ -> branch.record(EventType.ActivitySucceeded,
                    Details.of("output", output));
            case TaskResource.Service service -> branch.record(EventType.TaskSucceeded,
                    of(service).with("output", output));
        }
    }

    void failed(ErrorOutput error) {
        record(error, EventType.LambdaFunctionFailed, EventType.ActivityFailed,
                EventType.TaskFailed);
    }

    void timedOut(ErrorOutput error) {
        record(error, EventType.LambdaFunctionTimedOut, EventType.ActivityTimedOut,
                EventType.TaskTimedOut);
    }

    private void record(ErrorOutput error, EventType function, EventType activity,
            EventType task) {
        switch (resource) {
            case TaskResource.LambdaFunction _ -> branch.record(function, with(error,
                    new Details()));
            case TaskResource.Activity _ -> branch.record(activity, with(error, new Details()));
            case TaskResource.Service service -> branch.record(task, with(error, of(service)));
        }
    }

    private static Details of(TaskResource.Service service) {
        return Details.of("resourceType", service.service())
                .with("resource", service.action() + service.pattern().suffix());
    }

    private static Details with(ErrorOutput error, Details details) {
        return details.with("error", error.error()).with("cause", Failures.cause(error));
    }
}
