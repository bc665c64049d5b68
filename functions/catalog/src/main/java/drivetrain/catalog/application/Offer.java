package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;
import drivetrain.catalog.domain.Product;
import drivetrain.kernel.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product, and how many can be ordered.
 *
 * @param availability empty when inventory never told
 */
public record Offer(Product product, Optional<Availability> availability) {
    static List<Offer> of(Collection<Product> products, AvailabilityStore availabilities) {
        if (products.isEmpty()) {
            return List.of();
        }
        Map<Sku, Availability> known = availabilities
                .findAll(products.stream().map(Product::sku).toList());
        return products.stream().map(
                product -> new Offer(product, Optional.ofNullable(known.get(product.sku()))))
                .toList();
    }
}
