package drivetrain.kernel;

/**
 * A product's stock keeping unit, such as {@code SRV-2040-485}.
 *
 * @param value 1 to 128 printable characters without spaces or slashes
 */
public record Sku(String value) {
    public Sku {
        Identifier.require("sku", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
