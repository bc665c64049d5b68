package drivetrain.redrive;

import java.util.List;

/**
 * What came of a run.
 *
 * @param taken how many letters were taken, and are gone
 * @param left those that still lie in the queue
 */
public record Report(int taken, List<Left> left) {
    public Report {
        left = List.copyOf(left);
    }

    /** A letter that wasn't taken, and why. */
    public record Left(String messageId, String reason) {}
}
