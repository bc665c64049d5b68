package drivetrain.local.endpoint;

import drivetrain.local.aws.AwsFailure;
import java.util.Map;

/** The codes that SQS's errors had in the query protocol, which SDKs still report. */
final class QueryErrors {
    private static final String SQS = "AWS.SimpleQueueService.";
    private static final Map<String, String> OF_SQS = Map.of(AwsFailure.ACCESS_DENIED,
            "AccessDenied", "QueueDoesNotExist", SQS + "NonExistentQueue", "QueueNameExists",
            "QueueAlreadyExists",
            "BatchEntryIdsNotDistinct", SQS + "BatchEntryIdsNotDistinct", "EmptyBatchRequest",
            SQS + "EmptyBatchRequest", "TooManyEntriesInBatchRequest",
            SQS + "TooManyEntriesInBatchRequest", "BatchRequestTooLong",
            SQS + "BatchRequestTooLong", "MessageNotInflight", SQS + "MessageNotInflight",
            "UnsupportedOperation", SQS + "UnsupportedOperation");

    private QueryErrors() {}

    static String ofSqs(String code) {
        return OF_SQS.getOrDefault(code, code);
    }
}
