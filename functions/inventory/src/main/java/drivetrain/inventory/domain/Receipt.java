package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Sku;
import java.util.regex.Pattern;

/**
 * Goods that arrived. A receipt is booked once, however often it is sent.
 *
 * @param receiptId chosen by the sender (the number on the delivery note), unique for the product:
 *     1 to 128 letters, digits or {@code ._:@|-}, the first a letter or digit
 * @param quantity 1 to {@value Line#MAX_QUANTITY} pieces
 */
public record Receipt(Sku sku, String receiptId, int quantity) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@|-]{0,127}");

    public Receipt {
        requireNonNull(sku, "sku");
        if (receiptId == null || !ID.matcher(receiptId).matches()) {
            throw new IllegalArgumentException(
                    "receiptId must be 1 to 128 letters, digits or ._:@|- and start with a letter"
                            + " or digit");
        }
        if (quantity < 1 || quantity > Line.MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 1 to " + Line.MAX_QUANTITY);
        }
    }
}
