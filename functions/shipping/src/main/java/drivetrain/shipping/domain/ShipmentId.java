package drivetrain.shipping.domain;

import java.util.regex.Pattern;

/**
 * The carrier's id of a shipment.
 *
 * @param value 1 to 255 letters, digits, {@code _} or {@code -}: safe in a path
 */
public record ShipmentId(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    public ShipmentId {
        if (value == null || !SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a carrier's shipment id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
