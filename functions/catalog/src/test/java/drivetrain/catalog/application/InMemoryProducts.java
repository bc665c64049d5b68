package drivetrain.catalog.application;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.kernel.Sku;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Products in memory, under the contract that the DynamoDB adapter is held to. */
public class InMemoryProducts implements ProductStore {
    private static final Comparator<Product> LISTED = comparingDouble(Product::carriesNm)
            .thenComparing(comparing(product -> product.sku().value()));

    private final Map<Sku, Product> products = new HashMap<>();

    @Override
    public Optional<Product> find(Sku sku) {
        return Optional.ofNullable(products.get(sku));
    }

    @Override
    public boolean put(Product product, Stamp stamp) {
        Product before = products.get(product.sku());
        if ((before == null ? 0 : before.version()) != product.version() - 1) {
            return false;
        }
        products.put(product.sku(), product);
        return true;
    }

    @Override
    public List<Product> listed(ProductType type, Optional<Position> after, int limit) {
        return active(type).filter(product -> after.isEmpty() || isBehind(product, after.get()))
                .limit(limit).toList();
    }

    @Override
    public List<Product> carrying(ProductType type, double torqueNm, int limit) {
        return active(type).filter(product -> product.carriesNm() >= torqueNm).limit(limit)
                .toList();
    }

    private Stream<Product> active(ProductType type) {
        return products.values().stream().filter(product -> product.sheet().active())
                .filter(product -> product.sheet().type() == type).sorted(LISTED);
    }

    private static boolean isBehind(Product product, Position position) {
        int byTorque = Double.compare(product.carriesNm(), position.carriesNm());
        int bySku = product.sku().value().compareTo(position.sku().value());
        return byTorque == 0 ? bySku > 0 : byTorque > 0;
    }
}
