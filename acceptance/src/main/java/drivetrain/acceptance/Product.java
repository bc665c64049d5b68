package drivetrain.acceptance;

/**
 * A product of the shop.
 *
 * @param priceMinorUnits
 *            its price in cents of a euro
 */
public record Product(String sku, long priceMinorUnits) {}
