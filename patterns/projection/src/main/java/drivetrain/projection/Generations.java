package drivetrain.projection;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The generations of a projection's views.
 *
 * @param live the one that is shown
 * @param building the one that is being built beside it, if one is
 */
public record Generations(long live, Optional<Long> building) {

    /** All that new views must be written to. */
    public Set<Long> kept() {
        Set<Long> kept = new TreeSet<>(Set.of(live));
        building.ifPresent(kept::add);
        return kept;
    }
}
