package drivetrain.lambda;

/**
 * A request that can't be answered as it stands. It carries the problem that the client is told;
 * {@link ApiFunction} answers with it.
 */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public BadRequest(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
