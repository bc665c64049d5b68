package drivetrain.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer asks for: quantities by product, and the token of a card. */
public record OrderRequest(Map<Product, Integer> quantities, String card) {
    /** A card that pays. */
    public static final String VISA = "pm_card_visa";
    /** A card that is declined. */
    public static final String DECLINED = "pm_card_chargeDeclined";

    /** Keeps the lines as they are now, in their order. */
    public OrderRequest {
        quantities = new LinkedHashMap<>(quantities);
    }

    /** One line, paid with a card that works. */
    public static OrderRequest of(Product product, int quantity) {
        return new OrderRequest(Map.of(product, quantity), VISA);
    }

    /** The same with one more line. */
    public OrderRequest and(Product product, int quantity) {
        Map<Product, Integer> more = new LinkedHashMap<>(quantities);
        more.put(product, quantity);
        return new OrderRequest(more, card);
    }

    /** The same with another card. */
    public OrderRequest paidWith(String otherCard) {
        return new OrderRequest(quantities, otherCard);
    }

    /** What it costs, in cents of a euro. */
    public long totalMinorUnits() {
        return quantities.entrySet().stream()
                .mapToLong(line -> line.getKey().priceMinorUnits() * line.getValue()).sum();
    }

    /** The body of {@code POST /orders}. */
    public ObjectNode toJson() {
        ObjectNode body = Http.JSON.createObjectNode();
        quantities.forEach((product, quantity) -> body.withArray("/lines").addObject()
                .put("sku", product.sku()).put("quantity", quantity));
        body.putObject("shipTo").put("name", "Ada Lovelace").put("street1", "12 St James Square")
                .put("city", "London").put("postalCode", "SW1Y 4JH").put("country", "GB");
        return body.put("paymentMethod", card);
    }
}
