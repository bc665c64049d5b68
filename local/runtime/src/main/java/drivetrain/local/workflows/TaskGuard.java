package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.iam.Access;
import drivetrain.local.iam.CallAccess;
import drivetrain.local.iam.Permissions;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskResource;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lets a workflow's role invoke functions and start workflows if its policies say so. What goes to
 * other services is checked at their door.
 */
final class TaskGuard {
    private final Permissions permissions;
    private final CallAccess accesses;

    TaskGuard(WorkflowOptions options) {
        this.permissions = options.permissions();
        this.accesses = new CallAccess(options.region(), options.accountId());
    }

    /** Throws a {@link TaskFailure} with the name that the SDKs give to errors without one. */
    void check(TaskCall call) {
        switch (call.resource()) {
            case TaskResource.LambdaFunction function ->
                require(call, accesses.invocation(function.arn()), "Lambda.AWSLambdaException");
            case TaskResource.Service service -> check(call, service);
            case TaskResource.Activity _ -> {
            }
        }
    }

    private void check(TaskCall call, TaskResource.Service service) {
        switch (service.service()) {
            case "lambda" -> require(call, accesses.invocation(
                    call.arguments().path("FunctionName").asText()), "Lambda.AWSLambdaException");
            case "states" -> require(call, workflow(call, service),
                    "StepFunctions.AWSStepFunctionsException");
            case "aws-sdk:sfn" -> require(call, workflow(call, service), "Sfn.SfnException");
            default -> {
            }
        }
    }

    private static Access workflow(TaskCall call, TaskResource.Service service) {
        String action = service.action().substring(0, 1).toUpperCase(Locale.ROOT)
                + service.action().substring(1);
        String resource = Stream.of("StateMachineArn", "ExecutionArn", "ActivityArn")
                .map(call.arguments()::path).filter(JsonNode::isTextual).map(JsonNode::asText)
                .findFirst().orElse("*");
        return Access.to("states:" + action, CallAccess.unqualified(resource));
    }

    private void require(TaskCall call, Access access, String error) {
        try {
            call.roleArn().ifPresent(role -> permissions.require(role, access));
        } catch (AwsFailure refused) {
            throw new TaskFailure(error, refused.getMessage());
        }
    }
}
