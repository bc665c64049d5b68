package drivetrain.catalog.domain;

import drivetrain.catalog.domain.ProductType.Need;
import drivetrain.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all that is wrong with a data sheet. */
final class DataSheetRules {
    private final List<Violation> violations = new ArrayList<>();

    private DataSheetRules() {}

    static List<Violation> check(String name, ProductType type, Ratings ratings,
            Optional<FieldBus> bus, int massGrams, Money price) {
        var rules = new DataSheetRules();
        rules.name(name);
        if (type == null) {
            rules.violated("type", "is missing");
        } else {
            rules.ratings(type, ratings);
            rules.need("bus", type, type.bus(), bus.isPresent());
        }
        rules.mass(massGrams);
        rules.price(price);
        return rules.violations;
    }

    private void name(String name) {
        if (name == null || name.isBlank() || name.length() > DataSheet.MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            violated("name", "must be 1 to " + DataSheet.MAX_NAME + " printable characters");
        }
    }

    private void ratings(ProductType type, Ratings ratings) {
        for (Rating rating : Rating.values()) {
            var value = ratings.find(rating);
            need(rating.field(), type, type.need(rating), value.isPresent());
            if (value.isPresent() && !rating.allows(value.getAsDouble())) {
                violated(rating.field(), rating.range());
            }
        }
        var rated = ratings.find(Rating.RATED_TORQUE_NM);
        var stall = ratings.find(Rating.STALL_TORQUE_NM);
        if (rated.isPresent() && stall.isPresent() && stall.getAsDouble() < rated.getAsDouble()) {
            violated(Rating.STALL_TORQUE_NM.field(), "must not be less than the rated torque");
        }
    }

    private void need(String field, ProductType type, Need need, boolean given) {
        if (need == Need.REQUIRED && !given) {
            violated(field, "is needed for a " + type);
        }
        if (need == Need.NONE && given) {
            violated(field, "makes no sense for a " + type);
        }
    }

    private void mass(int massGrams) {
        if (massGrams < 1 || massGrams > DataSheet.MAX_MASS_GRAMS) {
            violated("massGrams", "must be 1 to " + DataSheet.MAX_MASS_GRAMS);
        }
    }

    private void price(Money price) {
        if (price == null) {
            violated("price", "is missing");
        } else if (!price.currency().equals(DataSheet.CURRENCY)) {
            violated("price/currency", "must be " + DataSheet.CURRENCY);
        } else if (!price.isPositive() || price.minorUnits() > DataSheet.MAX_PRICE_MINOR_UNITS) {
            violated("price/minorUnits", "must be 1 to " + DataSheet.MAX_PRICE_MINOR_UNITS);
        }
    }

    private void violated(String field, String detail) {
        violations.add(new Violation(field, detail));
    }
}
