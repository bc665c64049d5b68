package drivetrain.shipping.domain;

import drivetrain.kernel.CustomerId;
import java.util.Objects;

/**
 * What is to be shipped.
 *
 * @param massGrams 1 to 10,000,000
 */
public record Parcel(CustomerId customerId, Address shipTo, long massGrams) {
    private static final long MOST_GRAMS = 10_000_000;

    public Parcel {
        Objects.requireNonNull(customerId);
        Objects.requireNonNull(shipTo);
        requireMass(massGrams);
    }

    /**
     * Checks a mass.
     *
     * @throws IllegalArgumentException when nothing weighs that
     */
    public static void requireMass(long grams) {
        if (grams < 1 || grams > MOST_GRAMS) {
            throw new IllegalArgumentException("massGrams must be 1 to " + MOST_GRAMS);
        }
    }
}
