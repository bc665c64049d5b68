package drivetrain.catalog.handlers;

import drivetrain.catalog.application.ListProducts;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/**
 * A part of the list.
 *
 * @param nextCursor to be sent for the next page; left out on the last one
 */
@Json
record ProductPage(List<ProductView> items, String nextCursor) {
    static final JsonType<ProductPage> TYPE = JsonTypes.strict(ProductPage.class);

    static ProductPage of(ListProducts.Page page) {
        return new ProductPage(page.offers().stream().map(ProductView::of).toList(),
                page.end().map(Cursor::of).orElse(null));
    }
}
