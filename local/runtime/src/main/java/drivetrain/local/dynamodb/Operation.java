package drivetrain.local.dynamodb;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One operation of DynamoDB Local. Every call asks for the capacity that it consumes, and takes it
 * out of the answer again unless the caller had asked for it too.
 *
 * @param writes
 *            whether a call may change items
 */
record Operation<Q extends SdkRequest, A extends SdkResponse>(Class<Q> type,
        boolean writes, Function<Q, A> action) {
    private static final String ASKS = "ReturnConsumedCapacity";
    /** DynamoDB counts what a transaction writes twice, DynamoDB Local once. */
    private static final int TRANSACTED_WRITES = 2;
    private static final String TELLS = "ConsumedCapacity";

    record Outcome(Object answer, List<CapacityUse> consumed) {}

    Outcome call(SdkRequest request) {
        var field = request.sdkFieldNameToField().get(ASKS);
        if (field == null) {
            return new Outcome(action.apply(type.cast(request)), List.of());
        }
        var asked = request.getValueForField(ASKS, String.class).orElse("NONE");
        if (!asked.equals("NONE")) {
            var answer = action.apply(type.cast(request));
            return new Outcome(answer, consumed(answer, factor()));
        }
        var answer = action.apply(type.cast(asking(request, field)));
        return new Outcome(quiet(answer), consumed(answer, factor()));
    }

    private static SdkRequest asking(SdkRequest request, SdkField<?> field) {
        var builder = request.toBuilder();
        field.set(builder, "TOTAL");
        return builder.build();
    }

    private static SdkResponse quiet(SdkResponse answer) {
        var builder = answer.toBuilder();
        answer.sdkFieldNameToField().get(TELLS).set(builder, null);
        return builder.build();
    }

    private int factor() {
        return type == TransactWriteItemsRequest.class ? TRANSACTED_WRITES : 1;
    }

    private static List<CapacityUse> consumed(SdkPojo answer, int factor) {
        var field = answer.sdkFieldNameToField().get(TELLS);
        return switch (field.getValueOrDefault(answer)) {
            case null -> List.of();
            case ConsumedCapacity one -> List.of(CapacityUse.of(one, factor));
            case List<?> several -> several.stream().map(ConsumedCapacity.class::cast)
                    .map(one -> CapacityUse.of(one, factor)).toList();
            case Object other -> throw new IllegalStateException("capacity as " + other.getClass());
        };
    }
}
