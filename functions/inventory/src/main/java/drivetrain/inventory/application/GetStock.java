package drivetrain.inventory.application;

import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.Sku;
import java.util.Optional;

/** The stock of a product as of now. */
public final class GetStock {
    private final StockStore stock;

    public GetStock(StockStore stock) {
        this.stock = stock;
    }

    /** Empty when nothing was ever received. */
    public Optional<StockLevel> get(Sku sku) {
        return stock.find(sku);
    }
}
