package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsDoor;
import drivetrain.local.aws.AwsFailure;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskFailure;
import drivetrain.states.task.TaskResource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Tasks that call a service: optimized ({@code dynamodb:putItem}) or through the SDK integration
 * ({@code aws-sdk:dynamodb:putItem}). The two differ in how they name errors.
 */
final class AwsTask {
    /** By service: the name in calls, in errors of the optimized and of the SDK integration. */
    private static final Map<String, Names> SERVICES = Map.of("dynamodb",
            new Names("dynamodb", "DynamoDB", "DynamoDb"), "sqs", new Names("sqs", "SQS", "Sqs"),
            "events", new Names("events", "EventBridge", "EventBridge"), "eventbridge",
            new Names("events", "EventBridge", "EventBridge"));

    private final AwsDoor aws;

    AwsTask(AwsDoor aws) {
        this.aws = aws;
    }

    private record Names(String service, String optimizedPrefix, String sdkPrefix) {}

    CompletionStage<JsonNode> call(TaskCall call) {
        TaskResource.Service resource = (TaskResource.Service) call.resource();
        boolean sdk = resource.service().startsWith("aws-sdk:");
        Names names = SERVICES.get(resource.service().substring(sdk ? "aws-sdk:".length() : 0));
        String action = resource.action();
        String operation = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
        String prefix = sdk ? names.sdkPrefix() : names.optimizedPrefix();
        return aws.as(call.roleArn().orElse("states"))
                .call(names.service(), operation, sdk ? call.arguments() : texts(call.arguments()))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw failure(names, sdk, failure);
                    }
                    return checked(prefix, sdk, answer);
                });
    }

    /** The optimized integrations take JSON where the APIs take its text. */
    private static JsonNode texts(JsonNode arguments) {
        JsonNode copy = arguments.deepCopy();
        if (copy instanceof ObjectNode object) {
            asText(object, "MessageBody");
            object.path("Entries").forEach(entry -> asText((ObjectNode) entry, "Detail"));
        }
        return copy;
    }

    private static void asText(ObjectNode object, String name) {
        if (object.path(name).isContainerNode()) {
            object.put(name, object.get(name).toString());
        }
    }

    /** The optimized {@code events:putEvents} fails when any entry does. */
    private static JsonNode checked(String prefix, boolean sdk, JsonNode answer) {
        if (!sdk && answer.path("FailedEntryCount").asInt() > 0) {
            throw new TaskFailure(prefix + ".FailedEntry", answer.path("Entries").toString());
        }
        return answer;
    }

    private static TaskFailure failure(Names names, boolean sdk, Throwable failure) {
        String prefix = sdk ? names.sdkPrefix() : names.optimizedPrefix();
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof AwsFailure refused) {
            String code = refused.code();
            if (code.equals(AwsFailure.ACCESS_DENIED)) {
                // No service models this error, so that the SDKs report the service's general one.
                return new TaskFailure(prefix + (sdk ? "." : ".Amazon") + prefix + "Exception",
                        refused.getMessage());
            }
            String suffix = code.endsWith("Exception") ? "" : "Exception";
            return new TaskFailure(prefix + "." + code + suffix, refused.getMessage());
        }
        return new TaskFailure(prefix + ".SdkClientException", String.valueOf(cause));
    }
}
