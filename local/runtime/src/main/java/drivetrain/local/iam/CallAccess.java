package drivetrain.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a call of SQS, EventBridge or Step Functions needs (Service Authorization Reference). A call
 * that concerns no resource, or one that can't be told from the request, needs {@code *}.
 */
public final class CallAccess {
    private final String region;
    private final String accountId;

    /** For resources of this region and account. */
    public CallAccess(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    /** Every access that a call needs. */
    public List<Access> of(String service, String operation, JsonNode request) {
        return switch (service) {
            case "sqs" -> List.of(Access.to("sqs:" + operation.replaceFirst("Batch$", ""),
                    queue(request)));
            case "events" -> events(operation, request);
            case "states" -> List.of(Access.to("states:" + operation, workflow(request)));
            default -> List.of(Access.to(service + ":" + operation, "*"));
        };
    }

    private String queue(JsonNode request) {
        String url = request.path("QueueUrl").asText(request.path("QueueName").asText());
        return url.isEmpty() ? "*" : arn("sqs", url.substring(url.lastIndexOf('/') + 1));
    }

    private List<Access> events(String operation, JsonNode request) {
        if (!operation.equals("PutEvents")) {
            return List.of(Access.to("events:" + operation, "*"));
        }
        return StreamSupport.stream(request.path("Entries").spliterator(), false)
                .map(entry -> bus(entry.path("EventBusName").asText("default"))).distinct()
                .map(bus -> Access.to("events:PutEvents", bus)).toList();
    }

    private String bus(String nameOrArn) {
        return arn("events", "event-bus/" + nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1));
    }

    /** A workflow, without its version or alias, or an execution. */
    private static String workflow(JsonNode request) {
        for (String name : List.of("stateMachineArn", "executionArn", "activityArn")) {
            String arn = request.path(name).asText();
            if (!arn.isEmpty()) {
                return unqualified(arn);
            }
        }
        return "*";
    }

    /** The ARN of a workflow without its version or alias, which policies don't speak of. */
    public static String unqualified(String workflowArn) {
        return workflowArn.replaceFirst("(:stateMachine:[^:]+):.*", "$1");
    }

    /**
     * What invoking a function needs; the resource is as it was asked for, with its version or
     * alias.
     *
     * @param nameOrArn
     *            a name, an ARN or a part of one
     */
    public Access invocation(String nameOrArn) {
        List<String> parts = new ArrayList<>(List.of(nameOrArn.split(":", -1)));
        int marker = parts.indexOf("function");
        String name = String.join(":", parts.subList(marker + 1, parts.size()));
        return Access.to("lambda:InvokeFunction", arn("lambda", "function:" + name));
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
