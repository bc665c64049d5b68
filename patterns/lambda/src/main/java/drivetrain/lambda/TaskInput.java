package drivetrain.lambda;

/** What every task of a workflow is told, beside what it works on. */
public interface TaskInput {
    /** The order that the workflow is about. */
    String orderId();

    /** Follows one request through events, workflows and log lines. */
    String correlationId();
}
