package drivetrain.orders.handlers;

import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.orders.application.Intervention;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Optional;

/**
 * The detail of Step Functions' own event {@code Step Functions Execution Status Change}.
 *
 * <p>Source: AWS Step Functions developer guide, "Automating Step Functions event delivery with
 * EventBridge".
 *
 * @param stopDate in milliseconds since 1970
 * @param input the execution's input as text, or null where it is too long to be sent along
 * @param redriveCount how often it has been redriven; 0 where it isn't told
 */
@Json
record ExecutionStatusChange(String executionArn, String stateMachineArn, String status,
        long stopDate, String input, String error, String cause, int redriveCount) {
    static final JsonType<ExecutionStatusChange> TYPE = JsonTypes
            .tolerant(ExecutionStatusChange.class);

    @Json
    record Input(String orderId) {
        static final JsonType<Input> TYPE = JsonTypes.tolerant(Input.class);
    }

    Intervention toIntervention() {
        var workflow = stateMachineArn.substring(stateMachineArn.lastIndexOf(':') + 1);
        return new Intervention(executionArn, orderId(), workflow, status,
                Optional.ofNullable(error), Optional.ofNullable(cause), stoppedAt(),
                redriveCount);
    }

    Instant stoppedAt() {
        return Instant.ofEpochMilli(stopDate);
    }

    /** Whatever an operator may have started by hand must leave an intervention all the same. */
    Optional<OrderId> orderId() {
        try {
            return Optional.ofNullable(input).map(Input.TYPE::fromJson).map(Input::orderId)
                    .map(OrderId::new);
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
