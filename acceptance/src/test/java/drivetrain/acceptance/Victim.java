package drivetrain.acceptance;

import java.util.List;

/**
 * What attackers are after: a customer with an order, and texts of theirs that no answer may hold.
 *
 * @param secrets
 *            of the customer and the order, except the order's id, which attackers know
 */
record Victim(String orderId, String sku, List<String> secrets) {

    Victim {
        secrets = List.copyOf(secrets);
    }

    /** A customer of the shop whose order is fulfilled. */
    static Victim of(Shop shop) {
        Product product = shop.product(12_913, 10);
        Customer customer = shop.customer();
        Order order = customer.place(OrderRequest.of(product, 3)).await("FULFILLED");
        return new Victim(order.id(), product.sku(), List.of(customer.id(), "Lovelace",
                "St James Square", order.view().path("trackingCode").asText("?"),
                order.view().path("paymentId").asText("?")));
    }
}
