package drivetrain.local.lambda;

/** Where the log lines of functions go. */
@FunctionalInterface
public interface FunctionLog {
    /** Takes what a function wrote: one or more lines. Must be safe for several threads. */
    void write(String functionName, String text);

    /** Throws everything away. */
    static FunctionLog silent() {
        return (functionName, text) -> {};
    }
}
