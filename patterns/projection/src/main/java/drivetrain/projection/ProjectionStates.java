package drivetrain.projection;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.kernel.VersionConflict;
import java.util.function.UnaryOperator;

/** Keeps the state of one projection. Methods may throw {@link StorageUnavailable}. */
public interface ProjectionStates {
    /** More than there are workers, each of which may be in the way once. */
    int ATTEMPTS = 50;

    /** The state; sees every change that was answered before the call. */
    ProjectionState get();

    /**
     * Keeps a changed state.
     *
     * @return false if there is one of the same revision or a later one: somebody was faster
     */
    boolean save(ProjectionState changed);

    /**
     * Changes the state, anew if somebody was faster.
     *
     * @param change answers the next revision, or the very state that it was given
     * @return the state after it
     * @throws VersionConflict if others were faster each time
     */
    default ProjectionState change(UnaryOperator<ProjectionState> change) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ProjectionState before = get();
            ProjectionState after = change.apply(before);
            if (after.equals(before) || save(after)) {
                return after;
            }
        }
        throw new VersionConflict("the projection's state changed " + ATTEMPTS + " times");
    }
}
