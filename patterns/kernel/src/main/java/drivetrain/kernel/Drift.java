package drivetrain.kernel;

/** How a copy of another service's data differed from what that service says of it. */
public enum Drift {
    /** There was no copy. */
    MISSING,
    /** The copy was of an earlier version. */
    STALE,
    /** The copy was of the same version, or of none, but didn't say the same. */
    DAMAGED
}
