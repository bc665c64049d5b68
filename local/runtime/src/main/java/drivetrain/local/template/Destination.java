package drivetrain.local.template;

/**
 * Where records of invocations go.
 *
 * @param arn
 *            of a queue, function or bus
 * @param type
 *            as the template says it ({@code SQS}, {@code Lambda}, …), or empty
 */
public record Destination(String arn, String type) {}
