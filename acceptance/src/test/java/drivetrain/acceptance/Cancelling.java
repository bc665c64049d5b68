package drivetrain.acceptance;

/** How a cancellation is made to meet its checkout. */
final class Cancelling {
    private Cancelling() {}

    /** An order whose cancellation was accepted while its payment was being authorized. */
    static Order beforeThePivot(Shop shop, Product product) {
        Provider payments = shop.system().payments();
        long before = payments.calls("create");
        // Most of what the functions wait for a provider.
        payments.slowDown(1, "create",
                shop.system().providerTimeout().multipliedBy(4).dividedBy(5));
        Order order = shop.customer().place(OrderRequest.of(product, 2));
        Waiting.untilTrue("the authorization of " + order.id(), order.patience(),
                () -> payments.calls("create") > before);
        order.cancel().expect(202);
        return order;
    }
}
