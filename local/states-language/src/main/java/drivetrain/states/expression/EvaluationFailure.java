package drivetrain.states.expression;

import java.util.Objects;

/** An expression couldn't be evaluated. Carries no stack trace: it is a value that is thrown. */
public final class EvaluationFailure extends RuntimeException {

    /** The error name of everything that goes wrong in a JSONata expression. */
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    /** The error name of what goes wrong at run time in the JSONPath dialect. */
    public static final String RUNTIME = "States.Runtime";
    /** The error name of an intrinsic function that refuses its arguments. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient String location;

    private EvaluationFailure(String error, String message, String location) {
        super(message, null, false, false);
        this.error = Objects.requireNonNull(error);
        this.location = location;
    }

    /**
     * A failure at no field in particular.
     *
     * @param error an error name
     * @param message what went wrong
     */
    public EvaluationFailure(String error, String message) {
        this(error, message, null);
    }

    /**
     * A failure of a JSONata expression.
     *
     * @param field the field that holds it, for instance {@code Output/total}
     * @param message what went wrong
     * @return to be thrown
     */
    public static EvaluationFailure query(String field, String message) {
        return new EvaluationFailure(QUERY_EVALUATION_ERROR, message, field);
    }

    /**
     * A failure of the JSONPath dialect.
     *
     * @param message what went wrong
     * @return to be thrown
     */
    public static EvaluationFailure runtime(String message) {
        return new EvaluationFailure(RUNTIME, message, null);
    }

    /**
     * The error name.
     *
     * @return one of the constants of this class
     */
    public String error() {
        return error;
    }

    /**
     * The field that holds the expression.
     *
     * @return null where it isn't known
     */
    public String location() {
        return location;
    }
}
