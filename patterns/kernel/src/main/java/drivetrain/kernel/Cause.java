package drivetrain.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What brings a change about.
 *
 * @param correlationId the flow that the change belongs to
 * @param at when; kept in milliseconds, as it is stored
 */
public record Cause(CorrelationId correlationId, Instant at) {
    public Cause {
        Objects.requireNonNull(correlationId);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
