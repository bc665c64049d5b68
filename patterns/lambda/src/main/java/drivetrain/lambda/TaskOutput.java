package drivetrain.lambda;

/** What every task of a workflow answers, beside its results. */
public interface TaskOutput {
    /** The name of the outcome, for a Choice state: {@code RESERVED}, {@code OUT_OF_STOCK}. */
    String outcome();
}
