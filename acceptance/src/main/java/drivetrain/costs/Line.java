package drivetrain.costs;

/** So many of something that AWS bills. */
record Line(String service, double quantity, Price price) {
    /** What it costs. */
    double dollars() {
        return price.of(quantity);
    }
}
