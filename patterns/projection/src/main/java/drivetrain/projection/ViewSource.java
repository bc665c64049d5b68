package drivetrain.projection;

import java.util.Optional;

/** Where the views of a rebuild come from. */
@FunctionalInterface
public interface ViewSource {

    /**
     * The view of a stream's latest version, folded from its first event on: whatever else is kept
     * of the stream isn't trusted.
     *
     * @return nothing if there is no such stream
     */
    Optional<View> replay(String streamId);
}
