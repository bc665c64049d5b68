package drivetrain.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * One scenario's corner of a running system: its own products, customers and orders, so that many
 * scenarios share a system without disturbing each other's {@link #books}.
 */
public final class Shop {
    private final DrivetrainSystem system;
    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Product, Long> received = new ConcurrentHashMap<>();
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final Api staff;
    private final Tables tables;
    private final Sagas sagas;

    /** A shop without products, customers or orders. */
    public Shop(DrivetrainSystem system) {
        this.system = system;
        this.staff = new Api(system.api(), system.token("staff-" + name, "customer staff"));
        this.tables = new Tables(system.aws());
        this.sagas = new Sagas(system.aws(), system.patience());
    }

    /** A new product at this price, in cents of a euro, of which so many lie on the shelf. */
    public Product product(long priceMinorUnits, int onHand) {
        Product product = new Product("ACC-" + name + "-" + names.incrementAndGet(),
                priceMinorUnits);
        insist(() -> staff.put("/products/" + product.sku(), specification(product))).expect(201);
        received.put(product, 0L);
        if (onHand > 0) {
            receive(product, onHand);
        }
        Waiting.untilTrue("the price of " + product.sku() + " in orders", system.patience(),
                () -> !tables.item("Prices",
                        Map.of("sku", AttributeValue.fromS(product.sku()))).isEmpty());
        return product;
    }

    private static ObjectNode specification(Product product) {
        ObjectNode body = Http.JSON.createObjectNode().put("name", "Servo " + product.sku())
                .put("type", "SERVO").put("ratedTorqueNm", 2.0).put("stallTorqueNm", 4.1)
                .put("speedRpm", 60).put("voltageV", 24).put("bus", "CAN").put("massGrams", 82)
                .put("active", true);
        body.putObject("price").put("minorUnits", product.priceMinorUnits()).put("currency",
                "EUR");
        return body;
    }

    /** Goods arrive. */
    public void receive(Product product, int quantity) {
        ObjectNode receipt = Http.JSON.createObjectNode()
                .put("receiptId", UUID.randomUUID().toString()).put("quantity", quantity);
        insist(() -> staff.post("/stock/" + product.sku() + "/receipts", receipt)).expect(200);
        received.merge(product, (long) quantity, Long::sum);
    }

    /** Repeats a request, which has one effect, as often as a busy system asks for it. */
    private Answer insist(Supplier<Answer> request) {
        return Waiting.whileBusy(system.patience(), request);
    }

    /** A new customer. */
    public Customer customer() {
        return new Customer(system, "customer-" + name + "-" + names.incrementAndGet(),
                orders::add);
    }

    /** What a customer was told about an order, in no order. */
    public List<String> messages(Order order) {
        return tables.items("SentMessages", "orderId", order.id()).stream()
                .map(message -> message.toString()).toList();
    }

    /** The dead-letter queues that aren't empty, and how much lies in each. */
    public Map<String, String> deadLetters() {
        Map<String, String> waiting = new TreeMap<>();
        aws().queues().stream()
                .filter(url -> url.contains("DeadLetters")).forEach(url -> {
                    String messages = aws()
                            .sqs().getQueueAttributes(request -> request.queueUrl(url)
                                    .attributeNames(
                                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                            .attributes()
                            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
                    waiting.put(url, messages);
                });
        waiting.values().removeIf("0"::equals);
        return waiting;
    }

    /** What the tables hold as soon as it has stayed the same for a moment. */
    public SortedMap<String, List<String>> restingContents() {
        return Waiting.until("the tables to come to rest", system.patience(), () -> {
            SortedMap<String, List<String>> contents = tables.contents();
            Waiting.pause();
            return Optional.of(contents).filter(same -> same.equals(tables.contents()));
        });
    }

    /** The circuits of the dependencies. */
    public Circuits circuits() {
        return new Circuits(tables);
    }

    /** The API with a token of staff. */
    public Api staff() {
        return staff;
    }

    /** The operator's clients. */
    public Aws aws() {
        return system.aws();
    }

    /** What the tables hold. */
    public Tables tables() {
        return tables;
    }

    /** The executions of the sagas. */
    public Sagas sagas() {
        return sagas;
    }

    /** The system that it is in. */
    public DrivetrainSystem system() {
        return system;
    }

    /** What was ordered, received, paid and shipped here. */
    public Books books() {
        return new Books(this, Map.copyOf(received), List.copyOf(orders));
    }
}
