package drivetrain.orders.application;

import drivetrain.orders.domain.PricedProduct;
import jakarta.inject.Inject;

/** Keeps the copy of the catalog up to date. Idempotent; old news changes nothing. */
public final class TrackPrices {
    private final PriceStore prices;

    @Inject
    public TrackPrices(PriceStore prices) {
        this.prices = prices;
    }

    public void track(PricedProduct product) {
        prices.save(product);
    }
}
