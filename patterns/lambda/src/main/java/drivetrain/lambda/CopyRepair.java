package drivetrain.lambda;

import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import java.util.Map;

/**
 * A copy of what another service says of a product was wrong, and is repaired.
 *
 * @param version of what the owner says
 * @param drift what was wrong
 */
public record CopyRepair(Sku sku, long version, Drift drift) {
    private static final String METRIC = "CopyDrift";

    /** Says so in a line, and counts it in the metric {@value #METRIC}. */
    public void report(Log log) {
        log.metric(METRIC, "Count", 1);
        log.info("repaired",
                Map.of("sku", sku.value(), "version", version, "drift", drift.name()));
    }
}
