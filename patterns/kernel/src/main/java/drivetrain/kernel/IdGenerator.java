package drivetrain.kernel;

/** Makes ids that are unique without coordination. Safe for use by several threads. */
@FunctionalInterface
public interface IdGenerator {
    /** The next id; never the same twice. */
    String next();
}
