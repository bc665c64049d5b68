package drivetrain.load;

import drivetrain.acceptance.Customer;
import drivetrain.acceptance.Order;
import drivetrain.acceptance.OrderRequest;
import drivetrain.acceptance.Product;
import drivetrain.acceptance.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Customers who order, wait until the order is fulfilled, and order again.
 *
 * <p>Asking costs the system too, so a customer first asks when most orders are about to be done
 * (four fifths of the usual time), and then in small steps.
 */
final class Checkouts {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(15);

    private final List<Customer> customers;
    private final List<Product> products;
    private final AtomicLong usualNanos = new AtomicLong(Duration.ofMillis(100).toNanos());

    Checkouts(Shop shop, int concurrency, List<Product> products) {
        this.customers = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            customers.add(shop.customer());
        }
        this.products = List.copyOf(products);
    }

    /** Runs so many checkouts, and says how long each took from the request to its fulfilment. */
    List<Duration> run(int orders, ProgressBar progress)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Future<List<Duration>>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Customer customer : customers) {
                workers.add(threads.submit(() -> {
                    List<Duration> times = new ArrayList<>();
                    for (int i = next.getAndIncrement(); i < orders; i = next.getAndIncrement()) {
                        times.add(checkout(customer, products.get(i % products.size())));
                        progress.step();
                    }
                    return times;
                }));
            }
        }
        List<Duration> times = new ArrayList<>();
        for (Future<List<Duration>> worker : workers) {
            times.addAll(worker.get());
        }
        return times;
    }

    private Duration checkout(Customer customer, Product product) throws InterruptedException {
        long start = System.nanoTime();
        Order order = customer.place(OrderRequest.of(product, 1));
        Thread.sleep(Duration.ofNanos(usualNanos.get() * 4 / 5));
        while (!order.status().equals("FULFILLED")) {
            Thread.sleep(pause());
            if (System.nanoTime() - start > order.patience().toNanos()) {
                throw new IllegalStateException("Order " + order.id() + " isn't fulfilled after "
                        + order.patience() + ": " + order.view());
            }
        }
        long took = System.nanoTime() - start;
        usualNanos.updateAndGet(usual -> usual + (took - usual) / 16);
        return Duration.ofNanos(took);
    }

    private Duration pause() {
        Duration step = Duration.ofNanos(usualNanos.get() / 10);
        return step.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : step;
    }
}
