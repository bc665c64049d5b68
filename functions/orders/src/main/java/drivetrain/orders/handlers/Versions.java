package drivetrain.orders.handlers;

/** Versions of an order, as clients give them. */
final class Versions {
    private Versions() {}

    /**
     * A version.
     *
     * @throws IllegalArgumentException if it is no number, or less than 1
     */
    static long parse(String text) {
        long version = Long.parseLong(text);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return version;
    }
}
