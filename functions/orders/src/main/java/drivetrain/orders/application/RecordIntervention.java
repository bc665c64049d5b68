package drivetrain.orders.application;

import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Makes sure that no workflow ends silently. Idempotent; news may come in any order. */
public final class RecordIntervention {
    private final InterventionStore interventions;

    @Inject
    public RecordIntervention(InterventionStore interventions) {
        this.interventions = interventions;
    }

    /** What the news came to. */
    public enum Outcome {
        /** Somebody must look. */
        OPENED,
        /** An open intervention is done with. */
        RESOLVED,
        /** Known already, or nothing to intervene in. */
        NOTHING_NEW
    }

    /** An execution ended without finishing its work. */
    public Outcome ended(Intervention intervention) {
        return interventions.open(intervention) ? Outcome.OPENED : Outcome.NOTHING_NEW;
    }

    /** An execution went through; of interest only if it had been redriven. */
    public Outcome succeeded(String executionArn, Optional<OrderId> orderId, int redriveCount,
            Instant at) {
        return redriveCount > 0
                && interventions.resolve(executionArn, orderId, redriveCount, at)
                        ? Outcome.RESOLVED
                        : Outcome.NOTHING_NEW;
    }
}
