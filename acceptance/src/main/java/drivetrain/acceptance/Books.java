package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The books of a shop, as the providers and the warehouse keep them. They balance if
 *
 * <ul>
 * <li>every order is fulfilled (or delivered), rejected, cancelled, or visibly parked;
 * <li>a fulfilled order was charged once, and paid for exactly; any other one was not paid for; no
 * authorization is left open;
 * <li>a fulfilled order has exactly one parcel that wasn't given back; any other one has none;
 * <li>what lies on the shelf is what was received less what was fulfilled, and nothing is reserved.
 * </ul>
 */
public final class Books {
    private static final int AT_A_TIME = 4;
    private static final Set<String> SOLD = Set.of("FULFILLED", "DELIVERED");
    private static final Set<String> NOT_SOLD = Set.of("REJECTED", "CANCELLED");

    private final Shop shop;
    private final Map<Product, Long> received;
    private final List<Order> orders;
    private final List<String> problems = new ArrayList<>();

    Books(Shop shop, Map<Product, Long> received, List<Order> orders) {
        this.shop = shop;
        this.received = received;
        this.orders = orders;
    }

    /** What doesn't balance once all sagas have come to rest, one sentence each. */
    public List<String> problems() {
        forEach(orders, shop.sagas()::awaitRest);
        // What customers see follows the log a moment later.
        forEach(orders, Order::awaitEndOrParked);
        List<Sold> results = results();
        results.forEach(this::checkEnd);
        // What is parked is half done: it balances when it has been redriven.
        if (results.stream().noneMatch(Sold::parked)) {
            JsonNode payments = shop.system().payments().ledger();
            JsonNode parcels = shop.system().carrier().ledger();
            results.forEach(one -> checkMoney(one, payments.path(one.order().id())));
            results.forEach(one -> checkParcels(one, parcels.path(one.order().id())));
            received.keySet().forEach(product -> checkStock(product, results));
        }
        return problems;
    }

    /**
     * A few at a time, on threads of their own: in the common pool, which is small, those that wait
     * here would hold up the local runtime that they wait for.
     */
    private static void forEach(List<Order> orders, Consumer<Order> wait) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            CompletableFuture.allOf(orders.stream()
                    .map(order -> CompletableFuture.runAsync(() -> wait.accept(order), threads))
                    .toArray(CompletableFuture[]::new)).join();
        }
    }

    private record Sold(Order order, String status, boolean parked) {
        boolean sold() {
            return SOLD.contains(status);
        }

        long quantity(Product product) {
            return sold() ? order.request().quantities().getOrDefault(product, 0) : 0;
        }
    }

    private List<Sold> results() {
        return orders.stream().map(order -> {
            JsonNode view = order.view();
            return new Sold(order, view.path("status").asText(), view.path("parked").asBoolean());
        }).toList();
    }

    private void checkEnd(Sold one) {
        if (!one.parked() && !one.sold() && !NOT_SOLD.contains(one.status())) {
            problems.add("Order " + one.order().id() + " was lost: it is " + one.status());
        }
    }

    private void checkMoney(Sold one, JsonNode payment) {
        String of = "order " + one.order().id() + " (" + one.status() + ")";
        long paid = payment.path("captured").asLong() - payment.path("refunded").asLong();
        expect("paid for " + of, one.sold() ? one.order().request().totalMinorUnits() : 0, paid);
        expect("still authorized for " + of, 0L, payment.path("authorized").asLong());
        if (payment.path("charges").asInt() > 1) {
            problems.add(of + " was charged " + payment.path("charges") + " times");
        }
    }

    private void checkParcels(Sold one, JsonNode parcels) {
        String of = "order " + one.order().id() + " (" + one.status() + ")";
        long active = parcels.path("labels").asLong() - parcels.path("refunded").asLong();
        expect("parcels for " + of, one.sold() ? 1L : 0L, active);
        if (parcels.path("labels").asInt() > 1) {
            problems.add(of + " has " + parcels.path("labels") + " labels");
        }
    }

    private void checkStock(Product product, List<Sold> results) {
        if (received.get(product) == 0) {
            return;
        }
        Answer stock = shop.staff().get("/stock/" + product.sku()).expect(200);
        long sold = results.stream().mapToLong(one -> one.quantity(product)).sum();
        expect("on hand of " + product.sku(), received.get(product) - sold,
                stock.number("onHand"));
        expect("reserved of " + product.sku(), 0L, stock.number("reserved"));
    }

    private void expect(String what, Long expected, Long actual) {
        if (!Objects.equals(expected, actual)) {
            problems.add(what + ": expected " + expected + ", found " + actual);
        }
    }
}
