package drivetrain.catalog.handlers;

import drivetrain.catalog.application.Offer;
import drivetrain.catalog.domain.Availability;
import drivetrain.catalog.domain.DataSheet;
import drivetrain.catalog.domain.FieldBus;
import drivetrain.catalog.domain.Product;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Rating;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Optional;

/** A product as clients see it; what it doesn't have, or isn't known, is left out. */
@Json
record ProductView(String sku, String name, ProductType type, Double ratedTorqueNm,
        Double stallTorqueNm, Double speedRpm, Double voltageV, Double gearRatio, FieldBus bus,
        int massGrams, MoneyBody price, boolean active, long version,
        AvailabilityView availability) {
    static final JsonType<ProductView> TYPE = JsonTypes.strict(ProductView.class);

    /** How many could be ordered at some time. */
    @Json
    record AvailabilityView(long available, Instant asOf) {}

    static ProductView of(Offer offer) {
        return of(offer.product(), offer.availability());
    }

    static ProductView of(Product product, Optional<Availability> availability) {
        DataSheet sheet = product.sheet();
        return new ProductView(product.sku().value(), sheet.name(), sheet.type(),
                rating(sheet, Rating.RATED_TORQUE_NM), rating(sheet, Rating.STALL_TORQUE_NM),
                rating(sheet, Rating.SPEED_RPM), rating(sheet, Rating.VOLTAGE_V),
                rating(sheet, Rating.GEAR_RATIO), sheet.bus().orElse(null), sheet.massGrams(),
                MoneyBody.of(sheet.price()), sheet.active(), product.version(),
                availability.map(known -> new AvailabilityView(known.available(), known.asOf()))
                        .orElse(null));
    }

    private static Double rating(DataSheet sheet, Rating rating) {
        return sheet.ratings().values().get(rating);
    }
}
