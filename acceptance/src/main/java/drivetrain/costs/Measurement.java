package drivetrain.costs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.acceptance.Customer;
import drivetrain.acceptance.FunctionLines;
import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.Order;
import drivetrain.acceptance.OrderRequest;
import drivetrain.acceptance.Product;
import drivetrain.acceptance.Shop;
import drivetrain.local.meter.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has orders placed, looked at, carried out and delivered, one after the other, each by a customer of
 * its own, and counts. The providers tell of everything that they tell a shop of: of the hold and of
 * the payment, and of the parcel on its way, on its last way, and there.
 */
final class Measurement {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PRICE_CENTS = 12_900;
    /** Whoever looks on; see {@code drivetrain.acceptance.AwsPlace}. */
    private static final String OPERATOR = "operator";
    private static final Duration REST = Duration.ofMillis(250);
    private static final List<String> PAYMENT_NEWS = List
            .of("payment_intent.amount_capturable_updated", "payment_intent.succeeded");
    private static final List<String> PARCEL_NEWS = List.of("in_transit", "out_for_delivery",
            "delivered");

    private final LocalSystem system;
    private final Shop shop;
    private final int gets;
    private final HttpClient client = HttpClient.newHttpClient();

    private Measurement(LocalSystem system, Shop shop, int gets) {
        this.system = system;
        this.shop = shop;
        this.gets = gets;
    }

    /** Counts what so many orders use, after one more that isn't counted. */
    static Observed of(LocalSystem system, int orders, int gets)
            throws IOException, InterruptedException {
        return new Measurement(system, new Shop(system), gets).run(orders);
    }

    private Observed run(int orders) throws IOException, InterruptedException {
        Product product = shop.product(PRICE_CENTS, orders + 1);
        live(product);
        long before = storedBytes();
        try (FunctionLines lines = system.listen()) {
            system.meter().reset();
            for (int i = 0; i < orders; i++) {
                live(product);
            }
            return new Observed(orders, usage(), storedBytes() - before, metrics(lines));
        }
    }

    /** One order, from its first request to the last event of it. */
    private void live(Product product) throws IOException, InterruptedException {
        Customer customer = shop.customer();
        Order order = customer.place(OrderRequest.of(product, 1));
        shop.sagas().awaitCheckout(order);
        rest();
        for (int i = 0; i < gets; i++) {
            customer.api().get("/orders/" + order.id()).expect(200);
        }
        for (String type : PAYMENT_NEWS) {
            tell(system.payments().url().resolve("/control/webhook/" + order.id()),
                    "{\"type\": \"" + type + "\"}");
            rest();
        }
        for (String status : PARCEL_NEWS) {
            system.carrier().moveParcel(order.id(), status).expect(200);
            rest();
        }
    }

    private void tell(URI where, String json) throws IOException, InterruptedException {
        int status = client.send(HttpRequest.newBuilder(where)
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException(where + " answered " + status);
        }
    }

    /** Waits until nothing has been used for a moment. */
    private void rest() throws InterruptedException {
        List<Usage> last = List.of();
        List<Usage> now = usage();
        while (!now.equals(last)) {
            Thread.sleep(REST);
            last = now;
            now = usage();
        }
    }

    private List<Usage> usage() {
        return system.meter().usage().stream()
                .filter(usage -> !usage.caller().equals(OPERATOR)).toList();
    }

    private long storedBytes() {
        return shop.aws().dynamoDb().listTablesPaginator().tableNames().stream().map(name -> shop
                .aws().dynamoDb().describeTable(request -> request.tableName(name)).table())
                .mapToLong(table -> table.tableSizeBytes() + table.globalSecondaryIndexes().stream()
                        .mapToLong(index -> index.indexSizeBytes()).sum())
                .sum();
    }

    /** Each combination of name and dimensions is a metric. */
    private static int metrics(FunctionLines lines) throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (FunctionLines.Line line : lines.all()) {
            JsonNode json = line.text().startsWith("{")
                    ? JSON.readTree(line.text())
                    : JSON.nullNode();
            json.at("/_aws/CloudWatchMetrics").forEach(directive -> {
                for (JsonNode dimensions : directive.path("Dimensions")) {
                    StringBuilder metric = new StringBuilder();
                    dimensions.forEach(name -> metric.append(json.path(name.asText())).append(' '));
                    directive.path("Metrics").forEach(one -> metrics
                            .add(metric + one.path("Name").asText()));
                }
            });
        }
        return metrics.size();
    }
}
