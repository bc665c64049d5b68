package drivetrain.states.expression;

/** An expression of a definition can't be parsed. */
public final class InvalidExpression extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message what is wrong
     */
    public InvalidExpression(String message) {
        super(message, null, false, false);
    }
}
