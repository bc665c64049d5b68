package drivetrain.catalog.application;

import drivetrain.catalog.domain.DataSheet;
import drivetrain.catalog.domain.Product;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.VersionConflict;
import java.time.Clock;
import java.util.Optional;

/**
 * Adds a product, or gives it another data sheet. Idempotent: the same data sheet again writes
 * nothing, and so tells nobody.
 */
public final class PutProduct {
    private final ProductStore products;
    private final Clock clock;

    public PutProduct(ProductStore products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * Writes the data sheet, unless it is there already.
     *
     * @throws VersionConflict when somebody else wrote the product meanwhile; try again
     */
    public Outcome put(Sku sku, DataSheet sheet, CorrelationId correlationId) {
        Optional<Product> before = products.find(sku);
        if (before.isPresent() && before.get().sheet().equals(sheet)) {
            return new Outcome(before.get(), Effect.UNCHANGED);
        }
        Product next = new Product(sku, sheet, before.map(Product::version).orElse(0L) + 1);
        if (!products.put(next, new Stamp(correlationId, clock.instant()))) {
            throw new VersionConflict("product " + sku + " was written meanwhile");
        }
        return new Outcome(next, before.isPresent() ? Effect.CHANGED : Effect.ADDED);
    }

    /** What a put did. */
    public enum Effect {
        ADDED, CHANGED, UNCHANGED
    }

    /** The product as it is now. */
    public record Outcome(Product product, Effect effect) {}
}
