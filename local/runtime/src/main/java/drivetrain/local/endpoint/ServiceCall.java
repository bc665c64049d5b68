package drivetrain.local.endpoint;

/**
 * A call that came to the endpoint.
 *
 * @param caller
 *            the access key id of its credentials, or {@code anonymous}; calls in process come from
 *            the ARN of a workflow's role, or from a service such as {@code lambda}
 * @param service
 *            the name in its credential scope, such as {@code dynamodb}
 * @param operation
 *            such as {@code PutItem}
 */
public record ServiceCall(String caller, String service, String operation) {}
