package drivetrain.local.dynamodb;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
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
    /** What each action of a transaction costs at least. */
    private static final double TRANSACTED = 2;
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
            return new Outcome(answer, consumed(request, answer));
        }
        var answer = action.apply(type.cast(asking(request, field)));
        return new Outcome(quiet(answer), consumed(request, answer));
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

    /**
     * DynamoDB Local counts what a transaction writes twice, as DynamoDB does, but of several actions
     * on one table that cost the same only one.
     */
    private static List<CapacityUse> consumed(SdkRequest request, SdkPojo answer) {
        var told = consumed(answer);
        return request instanceof TransactWriteItemsRequest transaction
                ? told.stream().map(use -> use.atLeast(
                        TRANSACTED * actions(transaction, use.tableName()))).toList()
                : told;
    }

    private static long actions(TransactWriteItemsRequest transaction, String tableName) {
        return transaction.transactItems().stream().map(Operation::tableName)
                .filter(tableName::equals).count();
    }

    private static String tableName(TransactWriteItem action) {
        if (action.put() != null) {
            return action.put().tableName();
        }
        if (action.update() != null) {
            return action.update().tableName();
        }
        return action.delete() != null
                ? action.delete().tableName()
                : action.conditionCheck().tableName();
    }

    private static List<CapacityUse> consumed(SdkPojo answer) {
        var field = answer.sdkFieldNameToField().get(TELLS);
        return switch (field.getValueOrDefault(answer)) {
            case null -> List.of();
            case ConsumedCapacity one -> List.of(CapacityUse.of(one));
            case List<?> several -> several.stream().map(ConsumedCapacity.class::cast)
                    .map(CapacityUse::of).toList();
            case Object other -> throw new IllegalStateException("capacity as " + other.getClass());
        };
    }
}
