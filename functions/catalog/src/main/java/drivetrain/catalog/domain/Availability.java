package drivetrain.catalog.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;
import java.time.Instant;

/**
 * How many pieces of a product could be ordered some time ago: a copy of what inventory told.
 *
 * @param version of the stock that this was told of
 * @param asOf when that stock was written
 */
public record Availability(Sku sku, long available, long version, Instant asOf) {
    public Availability {
        requireNonNull(sku, "sku");
        requireNonNull(asOf, "asOf");
        if (available < 0) {
            throw new IllegalArgumentException("available must not be negative");
        }
    }
}
