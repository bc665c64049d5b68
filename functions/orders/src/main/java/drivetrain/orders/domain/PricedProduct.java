package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;

/**
 * What this service knows of a product: a copy, kept up to date by the catalog's events.
 *
 * @param massGrams the mass of one, in grams
 * @param active whether it may be ordered
 * @param version the catalog's version of the product
 */
public record PricedProduct(Sku sku, String name, long massGrams, Money price, boolean active,
        long version) {
    public PricedProduct {
        requireNonNull(sku, "sku");
        requireNonNull(name, "name");
        requireNonNull(price, "price");
    }
}
