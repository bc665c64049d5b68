package drivetrain.lambda;

/**
 * Where records are set aside that will fail however often they come, so that those behind them can
 * go on.
 */
@FunctionalInterface
public interface DeadLetters {

    /**
     * Keeps a record, and why it failed.
     *
     * @param functionArn the function that can't handle it, which may get it again one day
     * @throws RuntimeException if it couldn't be kept; the record then counts as failed
     */
    void keep(String functionArn, StreamRecord poison, RuntimeException cause);
}
