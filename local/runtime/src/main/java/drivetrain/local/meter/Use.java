package drivetrain.local.meter;

/**
 * What is counted together.
 *
 * @param caller
 *            the access key id or role of who calls, or the name of a service that acts by itself,
 *            such as {@code lambda}
 * @param service
 *            the name in its credential scope, such as {@code dynamodb}
 * @param operation
 *            such as {@code PutItem}; for what isn't a call, what is billed, such as
 *            {@code StateTransition}
 * @param resource
 *            the name of the table, function, workflow or queue, or the route; empty where it isn't
 *            told apart
 */
public record Use(String caller, String service, String operation, String resource) {}
