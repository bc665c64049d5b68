package drivetrain.catalog.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of a data sheet that are given. */
public record Ratings(Map<Rating, Double> values) {
    public Ratings {
        values = Map.copyOf(values);
    }

    public static Ratings none() {
        return new Ratings(Map.of());
    }

    /** The same figures with one more, where it is given. */
    public Ratings with(Rating rating, Double value) {
        if (value == null) {
            return this;
        }
        var more = new EnumMap<Rating, Double>(Rating.class);
        more.putAll(values);
        more.put(rating, value);
        return new Ratings(more);
    }

    public OptionalDouble find(Rating rating) {
        Double value = values.get(rating);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A figure that this type of product must have. */
    double require(Rating rating) {
        return find(rating).orElseThrow(() -> new IllegalStateException("no " + rating.field()));
    }
}
