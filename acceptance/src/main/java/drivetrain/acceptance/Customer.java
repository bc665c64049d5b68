package drivetrain.acceptance;

import java.util.UUID;
import java.util.function.Consumer;

/** Somebody who buys. */
public final class Customer {
    private final DrivetrainSystem system;
    private final String id;
    private final Api api;
    private final Consumer<Order> ledger;

    Customer(DrivetrainSystem system, String id, Consumer<Order> ledger) {
        this.system = system;
        this.id = id;
        this.api = new Api(system.api(), system.token(id, "customer"));
        this.ledger = ledger;
    }

    /** The subject of this customer's tokens. */
    public String id() {
        return id;
    }

    /** The API with this customer's token. */
    public Api api() {
        return api;
    }

    /** Places an order under a key of its own, and expects it to be accepted. */
    public Order place(OrderRequest request) {
        Answer answer = place(UUID.randomUUID().toString(), request).expect(202);
        return accepted(answer, request);
    }

    /** Places an order under a key. */
    public Answer place(String idempotencyKey, OrderRequest request) {
        return api.placeOrder(idempotencyKey, request.toJson().toString());
    }

    /** The order that an answer speaks of; it is in the books from here on. */
    public Order accepted(Answer answer, OrderRequest request) {
        Order order = new Order(answer.expect(202).text("orderId"), request, api,
                system.patience());
        ledger.accept(order);
        return order;
    }
}
