package drivetrain.local.endpoint;

/**
 * What one caller used of one operation.
 *
 * @param resource
 *            the table; empty where calls aren't counted by resource
 * @param failures
 *            how many of the calls were answered with an error
 * @param capacityUnits
 *            what DynamoDB would bill, in read or write request units
 */
public record Usage(String caller, String service, String operation, String resource, long calls,
        long failures, double capacityUnits) {}
