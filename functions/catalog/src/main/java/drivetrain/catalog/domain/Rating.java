package drivetrain.catalog.domain;

/**
 * A figure of a data sheet, with the range in which it makes sense: wide enough for anything that
 * this maker could sell, narrow enough to catch a figure in another unit.
 */
public enum Rating {
    /** What the output shaft carries continuously; for a gearbox, what it may be loaded with. */
    RATED_TORQUE_NM("ratedTorqueNm", "N·m", 0.001, 100_000),
    /** What the output shaft carries for a moment, at rest. */
    STALL_TORQUE_NM("stallTorqueNm", "N·m", 0.001, 500_000),
    /** At rated torque and voltage; for a gearbox, the most that its input may turn. */
    SPEED_RPM("speedRpm", "rpm", 0.1, 200_000),
    /** Of the supply. */
    VOLTAGE_V("voltageV", "V", 1, 1_000),
    /** Turns of the input for one of the output; under 1 it speeds up. */
    GEAR_RATIO("gearRatio", "turns", 0.01, 10_000);

    private final String field;
    private final String unit;
    private final double least;
    private final double most;

    Rating(String field, String unit, double least, double most) {
        this.field = field;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /** Its name in requests, answers and tables. */
    public String field() {
        return field;
    }

    /** Whether a value is within the range; not a number never is. */
    boolean allows(double value) {
        return value >= least && value <= most;
    }

    String range() {
        return "must be %s to %s %s".formatted(Figures.plain(least), Figures.plain(most), unit);
    }
}
