package drivetrain.costs;

/**
 * A price of AWS's.
 *
 * @param dollars
 *            for so many
 * @param per
 *            how many these are
 * @param source
 *            where it was found, as the head of {@code prices.txt} explains
 * @param unit
 *            what is counted
 */
record Price(double dollars, double per, String source, String unit) {
    /** What so many cost, in dollars. */
    double of(double quantity) {
        return quantity * dollars / per;
    }
}
