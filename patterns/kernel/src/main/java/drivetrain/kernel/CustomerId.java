package drivetrain.kernel;

/**
 * A customer's id: the {@code sub} claim of a verified token, never taken from a request body.
 *
 * @param value 1 to 128 printable characters without spaces or slashes
 */
public record CustomerId(String value) {
    public CustomerId {
        Identifier.require("customer id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
