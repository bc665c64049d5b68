package drivetrain.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbFaultsTest {
    @Test
    void passesAnAnswerOn() {
        assertThat(DynamoDbFaults.translating("Stock", () -> 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "ProvisionedThroughputExceededException",
            "RequestLimitExceeded", "InternalServerError"})
    void callsThrottlesAndFaultsUnavailable(String code) {
        assertThatThrownBy(() -> run(failure(code, 400))).isInstanceOf(StorageUnavailable.class)
                .hasMessage("Stock: " + code);
    }

    @Test
    void callsATimeoutUnavailable() {
        assertThatThrownBy(() -> run(ApiCallTimeoutException.create(5_000)))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void leavesAFailedConditionAndABadRequestAsTheyAre() {
        var condition = ConditionalCheckFailedException.builder().message("no").build();
        var badRequest = failure("ValidationException", 400);

        assertThatThrownBy(() -> run(condition)).isSameAs(condition);
        assertThatThrownBy(() -> run(badRequest)).isSameAs(badRequest);
    }

    @Test
    void tellsAConflictOfTransactionsFromAFailedCondition() {
        var conflict = cancelled("None", "TransactionConflict");
        var condition = cancelled("None", "ConditionalCheckFailed");

        assertThatThrownBy(() -> run(conflict)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> run(cancelled("ThrottlingError"))).isInstanceOf(
                StorageUnavailable.class);
        assertThatThrownBy(() -> run(condition)).isSameAs(condition);
        assertThat(DynamoDbFaults.conditionFailed(condition, 1)).isTrue();
        assertThat(DynamoDbFaults.conditionFailed(condition, 0)).isFalse();
    }

    private static void run(RuntimeException failure) {
        DynamoDbFaults.translating("Stock", () -> {
            throw failure;
        });
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder().cancellationReasons(Stream.of(codes)
                .map(code -> CancellationReason.builder().code(code).build()).toList()).build();
    }

    private static DynamoDbException failure(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder().statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
    }
}
