package drivetrain.local.dynamodb;

import java.nio.charset.StandardCharsets;

/**
 * Translates between the ARNs of the application and those of DynamoDB Local, which always names
 * the region {@code ddblocal}.
 */
final class Arns {
    private static final String LOCAL = "arn:aws:dynamodb:ddblocal:000000000000:";

    private final String ours;

    Arns(String region, String accountId) {
        ours = "arn:aws:dynamodb:" + region + ":" + accountId + ":";
    }

    byte[] toLocal(byte[] json) {
        return replace(json, ours, LOCAL);
    }

    byte[] toOurs(byte[] json) {
        return replace(json, LOCAL, ours);
    }

    /** Whether requests or answers of the operation hold ARNs; the frequent ones never do. */
    static boolean heldBy(String operation) {
        return operation.contains("Table") || operation.contains("Stream")
                || operation.contains("Resource") || operation.equals("GetShardIterator");
    }

    private static byte[] replace(byte[] json, String from, String to) {
        return new String(json, StandardCharsets.UTF_8).replace(from, to)
                .getBytes(StandardCharsets.UTF_8);
    }
}
