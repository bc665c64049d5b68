package drivetrain.projection;

/** What is to be done next with a segment of a rebuild. */
public enum Phase {
    /** Fold the log's streams into views of the new generation. */
    BUILDING,
    /** Compare the new views with the live ones. */
    COMPARING,
    /** Remove the views of the generation that isn't live. */
    DROPPING,
    /** Nothing. */
    DONE
}
