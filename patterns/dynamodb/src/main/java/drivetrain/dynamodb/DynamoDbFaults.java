package drivetrain.dynamodb;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Translates what the SDK throws to what workflows retry: throttles, faults and timeouts become
 * {@link StorageUnavailable}, conflicts of transactions {@link VersionConflict}. A failed condition
 * stays as it is, since only the adapter knows what it means.
 *
 * <p>Source: DynamoDB API reference, "TransactWriteItems", cancellation reasons; developer guide,
 * "Error handling with DynamoDB".
 */
public final class DynamoDbFaults {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> CONFLICTS = Set.of("TransactionConflict");
    private static final Set<String> THROTTLES = Set.of("ThrottlingError",
            "ProvisionedThroughputExceeded", "ThrottlingException", "RequestLimitExceeded",
            "ProvisionedThroughputExceededException", "InternalServerError");

    private DynamoDbFaults() {}

    /**
     * Makes a call.
     *
     * @param table named in the fault's message
     * @throws StorageUnavailable on a throttle, a fault of the service, or a timeout
     * @throws VersionConflict when another transaction is at the same items
     */
    public static <T> T translating(String table, Supplier<T> call) {
        try {
            return call.get();
        } catch (TransactionCanceledException cancelled) {
            throw translated(table, cancelled);
        } catch (TransactionConflictException | TransactionInProgressException conflict) {
            throw new VersionConflict(table + ": another transaction is under way", conflict);
        } catch (DynamoDbException fault) {
            if (fault.isThrottlingException() || fault.statusCode() >= 500
                    || THROTTLES.contains(code(fault))) {
                throw new StorageUnavailable(table + ": " + code(fault), fault);
            }
            throw fault;
        } catch (SdkClientException unreachable) {
            throw new StorageUnavailable(table + ": " + unreachable.getMessage(), unreachable);
        }
    }

    /** Whether the write at a place of the transaction failed its condition. */
    public static boolean conditionFailed(TransactionCanceledException cancelled, int write) {
        return CONDITION_FAILED.equals(cancelled.cancellationReasons().get(write).code());
    }

    private static RuntimeException translated(String table,
            TransactionCanceledException cancelled) {
        var codes = cancelled.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.contains(CONDITION_FAILED)) {
            return cancelled;
        }
        if (codes.stream().anyMatch(CONFLICTS::contains)) {
            return new VersionConflict(table + ": another transaction is at the same items",
                    cancelled);
        }
        if (codes.stream().anyMatch(THROTTLES::contains)) {
            return new StorageUnavailable(table + ": transaction throttled", cancelled);
        }
        return cancelled;
    }

    private static String code(DynamoDbException fault) {
        return fault.awsErrorDetails() == null ? "unknown" : fault.awsErrorDetails().errorCode();
    }
}
