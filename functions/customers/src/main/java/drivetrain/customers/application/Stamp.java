package drivetrain.customers.application;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.CorrelationId;
import java.time.Instant;

/** What every write carries besides its data: the request that caused it, and when. */
public record Stamp(CorrelationId correlationId, Instant at) {
    public Stamp {
        requireNonNull(correlationId, "correlationId");
        requireNonNull(at, "at");
    }
}
