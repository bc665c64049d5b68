package drivetrain.eventstore;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Turns the SDK's exceptions into ours. Failed conditions pass through: they are answers.
 *
 * <p>Source: "Error handling with DynamoDB" and the API reference of {@code TransactWriteItems}.
 */
final class DynamoDbFaults {
    private static final Set<String> THROTTLES = Set.of("ProvisionedThroughputExceeded",
            "ThrottlingError", "RequestLimitExceeded");

    private DynamoDbFaults() {}

    static <T> T translate(String table, Supplier<T> call) {
        try {
            return call.get();
        } catch (TransactionConflictException conflict) {
            throw new VersionConflict("a transaction is at work on an item of " + table, conflict);
        } catch (TransactionCanceledException canceled) {
            throw translate(table, canceled);
        } catch (DynamoDbException fault) {
            throw isTransient(fault)
                    ? new StorageUnavailable(table + " is unavailable", fault)
                    : fault;
        } catch (SdkClientException unreachable) {
            throw new StorageUnavailable(table + " is out of reach", unreachable);
        }
    }

    static boolean isConditionFailure(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private static RuntimeException translate(String table, TransactionCanceledException canceled) {
        boolean conditionFailed = false;
        boolean throttled = false;
        boolean conflicted = false;
        for (CancellationReason reason : canceled.cancellationReasons()) {
            conditionFailed |= isConditionFailure(reason);
            throttled |= THROTTLES.contains(reason.code());
            conflicted |= "TransactionConflict".equals(reason.code());
        }
        if (conditionFailed) {
            return canceled;
        }
        if (throttled) {
            return new StorageUnavailable(table + " is throttled", canceled);
        }
        return conflicted
                ? new VersionConflict("another transaction is at work on " + table, canceled)
                : canceled;
    }

    private static boolean isTransient(DynamoDbException fault) {
        return fault.isThrottlingException() || fault.statusCode() >= 500;
    }
}
