package drivetrain.catalog.application;

import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be ordered, page by page: by type, then by what it carries. A page costs at most one
 * query for each type, and reads no more than it answers, plus one.
 */
public final class ListProducts {
    public static final int MAX_LIMIT = 100;
    private final ProductStore products;
    private final AvailabilityStore availabilities;

    public ListProducts(ProductStore products, AvailabilityStore availabilities) {
        this.products = products;
        this.availabilities = availabilities;
    }

    /**
     * One page.
     *
     * @param type only this one; empty for all
     * @param after where the page before ended; of the same type, if one is asked for
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    public Page list(Optional<ProductType> type, Optional<Position> after, int limit) {
        List<Product> found = new ArrayList<>();
        for (ProductType each : typesFrom(type, after)) {
            Optional<Position> here = after.filter(position -> position.type() == each);
            int missing = limit + 1 - found.size();
            if (missing > 0) {
                found.addAll(products.listed(each, here, missing));
            }
        }
        List<Product> page = found.subList(0, Math.min(limit, found.size()));
        Optional<Position> end = found.size() > limit
                ? Optional.of(Position.of(page.getLast()))
                : Optional.empty();
        return new Page(Offer.of(page, availabilities), end);
    }

    private static List<ProductType> typesFrom(Optional<ProductType> type,
            Optional<Position> after) {
        List<ProductType> all = type.map(List::of).orElse(List.of(ProductType.values()));
        return after.map(position -> all.stream()
                .filter(each -> each.compareTo(position.type()) >= 0).toList()).orElse(all);
    }

    /**
     * A part of the list.
     *
     * @param end where to go on; empty on the last page
     */
    public record Page(List<Offer> offers, Optional<Position> end) {
        public Page {
            offers = List.copyOf(offers);
        }
    }
}
