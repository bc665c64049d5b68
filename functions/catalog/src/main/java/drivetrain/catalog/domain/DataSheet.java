package drivetrain.catalog.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the maker says of a product. Whoever holds one knows that it is complete for its type, and
 * that all figures are within their ranges.
 *
 * @param name 1 to {@value #MAX_NAME} characters
 * @param ratings exactly those that the type asks for or allows
 * @param massGrams 1 to {@value #MAX_MASS_GRAMS}
 * @param price more than zero, in {@value #CURRENCY}
 * @param active whether it can be ordered; what isn't stays readable for the sake of old orders
 */
public record DataSheet(String name, ProductType type, Ratings ratings, Optional<FieldBus> bus,
        int massGrams, Money price, boolean active) {
    /** The shop sells in one currency, so that totals, budgets and prices compare. */
    public static final String CURRENCY = "EUR";

    static final int MAX_NAME = 200;
    static final int MAX_MASS_GRAMS = 2_000_000;
    static final long MAX_PRICE_MINOR_UNITS = 100_000_000;

    /**
     * Checks everything at once.
     *
     * @throws InvalidDataSheet naming all that is wrong
     */
    public DataSheet {
        requireNonNull(ratings, "ratings");
        requireNonNull(bus, "bus");
        List<Violation> violations = DataSheetRules.check(name, type, ratings, bus, massGrams,
                price);
        if (!violations.isEmpty()) {
            throw new InvalidDataSheet(violations);
        }
    }
}
