package drivetrain.catalog.dynamodb;

import drivetrain.catalog.application.Position;
import drivetrain.catalog.application.Stamp;
import drivetrain.catalog.domain.DataSheet;
import drivetrain.catalog.domain.FieldBus;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Rating;
import drivetrain.catalog.domain.Ratings;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import java.math.BigDecimal;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a product is kept: its data sheet under the names that requests use, {@code version}, {@code
 * correlationId} and {@code changedAt}; {@code carriesNm}, and, only while it is active, {@code
 * listedType}, which puts it into the index {@code byType}.
 */
final class ProductItems {
    private ProductItems() {}

    static Item key(Sku sku) {
        return Item.empty().text("sku", sku.value());
    }

    static Item indexKey(Position position) {
        return key(position.sku()).text("listedType", position.type().name()).with("carriesNm",
                decimal(position.carriesNm()));
    }

    static AttributeValue decimal(double value) {
        return AttributeValue.fromN(BigDecimal.valueOf(value).toPlainString());
    }

    static Item item(Product product, Stamp stamp) {
        DataSheet sheet = product.sheet();
        Item item = key(product.sku()).text("name", sheet.name()).text("type", sheet.type().name())
                .number("massGrams", sheet.massGrams()).map("price", price(sheet.price()))
                .flag("active", sheet.active()).number("version", product.version())
                .text("correlationId", stamp.correlationId().value())
                .instant("changedAt", stamp.at())
                .with("carriesNm", decimal(product.carriesNm()));
        for (var rating : sheet.ratings().values().entrySet()) {
            item = item.with(rating.getKey().field(), decimal(rating.getValue()));
        }
        if (sheet.bus().isPresent()) {
            item = item.text("bus", sheet.bus().get().name());
        }
        return sheet.active() ? item.text("listedType", sheet.type().name()) : item;
    }

    static Product product(Item item) {
        var sheet = new DataSheet(item.text("name"), ProductType.valueOf(item.text("type")),
                ratings(item), item.optionalText("bus").map(FieldBus::valueOf),
                Math.toIntExact(item.number("massGrams")), price(item), item.flag("active"));
        return new Product(new Sku(item.text("sku")), sheet, item.number("version"));
    }

    private static Ratings ratings(Item item) {
        Ratings ratings = Ratings.none();
        for (Rating rating : Rating.values()) {
            AttributeValue value = item.attributes().get(rating.field());
            if (value != null) {
                ratings = ratings.with(rating, Double.valueOf(value.n()));
            }
        }
        return ratings;
    }

    private static Item price(Money price) {
        return Item.empty().number("minorUnits", price.minorUnits()).text("currency",
                price.currency());
    }

    private static Money price(Item item) {
        Item price = item.map("price");
        return new Money(price.number("minorUnits"), price.text("currency"));
    }
}
