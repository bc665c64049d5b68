package drivetrain.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsCall;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.sqs.MessageDraft;
import drivetrain.local.sqs.Queues;
import drivetrain.local.template.RuleTarget;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Hands a payload to a target once: a function, queue, workflow or event bus, by its ARN. */
final class Targets {
    private final FunctionInvoker functions;
    private final Queues queues;
    private final AwsCall aws;
    private final BiConsumer<String, ObjectNode> buses;
    private final Meter meter;

    /**
     * The ways out.
     *
     * @param buses
     *            puts an event on the bus of an ARN
     */
    Targets(FunctionInvoker functions, Queues queues, AwsCall aws,
            BiConsumer<String, ObjectNode> buses, Meter meter) {
        this.functions = functions;
        this.queues = queues;
        this.aws = aws;
        this.buses = buses;
        this.meter = meter;
    }

    CompletableFuture<?> send(RuleTarget target, String payload, ObjectNode event) {
        try {
            return switch (target.arn().split(":", -1)[2]) {
                case "lambda" -> invoke(target.arn(), payload);
                case "sqs" -> enqueue(target, payload, event);
                case "states" -> start(target.arn(), payload);
                case "events" -> forward(target.arn(), event);
                case String other -> throw new IllegalArgumentException(
                        target.source() + ": targets of " + other + " aren't supported");
            };
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private CompletableFuture<?> invoke(String arn, String payload) {
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        functions.invokeAsync(name, payload.getBytes(StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<?> enqueue(RuleTarget target, String payload, ObjectNode event) {
        var draft = MessageDraft.of(payload);
        var queue = queues.ofArn(target.arn());
        queue.send(target.messageGroupId()
                .map(group -> draft.inGroup(group, event.path("id").asText())).orElse(draft));
        meter.count(new Use("events", "sqs", "SendMessage", queue.resource().name()), 0);
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<?> start(String arn, String payload) {
        return aws.call("states", "StartExecution", JsonNodeFactory.instance.objectNode()
                .put("stateMachineArn", arn).put("input", payload));
    }

    private CompletableFuture<?> forward(String arn, ObjectNode event) {
        buses.accept(arn, event);
        return CompletableFuture.completedFuture(null);
    }
}
