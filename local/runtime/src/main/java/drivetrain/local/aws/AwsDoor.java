package drivetrain.local.aws;

/** Where AWS is called in process, by whoever has the right to. */
@FunctionalInterface
public interface AwsDoor {
    /**
     * Calls with somebody's rights.
     *
     * @param caller
     *            the ARN of a workflow's role; anything else that isn't a role may do everything
     */
    AwsCall as(String caller);
}
