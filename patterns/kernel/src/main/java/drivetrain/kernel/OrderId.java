package drivetrain.kernel;

/**
 * An order's id: a UUIDv7, generated once, when the order is placed. It also names then * order's payment, shipment, reservation and checkout.
 *
 * @param value 1 to 128 printable characters without spaces or slashes
 */
public record OrderId(String value) {
    public OrderId {
        Identifier.require("order id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
