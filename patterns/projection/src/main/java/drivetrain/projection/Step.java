package drivetrain.projection;

import java.util.List;

/**
 * What one call of a rebuild came to.
 *
 * @param outcome what the caller is to do
 * @param rebuild how far the whole rebuild is
 * @param differing the ids of some views that were found to differ
 */
public record Step(Outcome outcome, Rebuild rebuild, List<String> differing) {
    /** What the caller is to do. */
    public enum Outcome {
        /** Call again. */
        MORE,
        /** Go on with what comes next. */
        DONE,
        /** Stop: this generation isn't being built any more. */
        SUPERSEDED
    }

    public Step {
        differing = List.copyOf(differing);
    }
}
