package drivetrain.orders.application;

import drivetrain.kernel.Drift;
import drivetrain.orders.domain.PricedProduct;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds and repairs what the copy of the catalog has missed. Idempotent. */
public final class ReconcilePrices {
    private final PriceStore prices;

    @Inject
    public ReconcilePrices(PriceStore prices) {
        this.prices = prices;
    }

    /**
     * Compares the copy of a product with what the catalog says.
     *
     * @return what was wrong and is repaired; empty if nothing was
     */
    public Optional<Drift> reconcile(PricedProduct told) {
        return prices.repair(told);
    }
}
