package drivetrain.local.dynamodb;

import java.util.List;

/**
 * The answer to a call.
 *
 * @param body
 *            JSON in UTF-8
 * @param consumed
 *            by table; empty for calls that consume nothing, such as {@code DescribeTable}
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares answers.
public record DynamoDbAnswer(byte[] body, List<CapacityUse> consumed) {}
