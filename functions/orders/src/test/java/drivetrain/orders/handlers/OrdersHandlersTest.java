package drivetrain.orders.handlers;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.SERVO;
import static drivetrain.orders.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.StreamFunction;
import drivetrain.orders.application.CancelOrder;
import drivetrain.orders.application.ConfirmOrder;
import drivetrain.orders.application.DeclineCancellation;
import drivetrain.orders.application.FulfilOrder;
import drivetrain.orders.application.GetOrder;
import drivetrain.orders.application.GetOrderHistory;
import drivetrain.orders.application.InMemoryStores;
import drivetrain.orders.application.ListOrders;
import drivetrain.orders.application.OrderLog;
import drivetrain.orders.application.PlaceOrder;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.application.ProjectOrderView;
import drivetrain.orders.application.RecordDelivery;
import drivetrain.orders.application.RecordIntervention;
import drivetrain.orders.application.RejectOrder;
import drivetrain.orders.application.RequestCancellation;
import drivetrain.orders.application.StartCancellation;
import drivetrain.orders.application.StartCheckout;
import drivetrain.orders.application.Stores;
import drivetrain.orders.application.TrackPrices;
import drivetrain.orders.domain.Status;
import drivetrain.orders.events.OrderEventMapper;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each function, with the sample events that anybody can send it. */
class OrdersHandlersTest {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Stores stores = new InMemoryStores().stores();
    private final OrderLog log = new OrderLog(stores.orders(), CLOCK);
    private final List<String> ids = new ArrayList<>(
            List.of(ORDER.value(), "order-2", "order-3", "order-4", "order-5"));
    private final PlaceOrderHandler placeOrder = new PlaceOrderHandler(new PlaceOrder(
            stores.placements(), stores.prices(), ids::removeFirst, CLOCK));
    private final ConfirmOrderHandler confirmOrder = new ConfirmOrderHandler(new ConfirmOrder(log));
    private final RequestCancellationHandler requestCancellation = new RequestCancellationHandler(
            new RequestCancellation(log));
    private final GetOrderHandler getOrder = new GetOrderHandler(
            new GetOrder(stores.views(), stores.orders()));
    private final ListOrdersHandler listOrders = new ListOrdersHandler(
            new ListOrders(stores.views()));
    private final ProjectOrderViewHandler projectOrderView = new ProjectOrderViewHandler(
            new ProjectOrderView(stores.orders(), stores.views()), CLOCK);

    // POST /orders

    @Test
    void placesAnOrderOnceForEachKey() {
        stores.prices().save(servo(1));

        var first = run(placeOrder, "PlaceOrder");

        assertThat(first).contains("\"statusCode\":202")
                .contains("\"Location\":\"/orders/" + ORDER + "\"")
                .contains("{\"orderId\":\"" + ORDER + "\",\"status\":\"PLACED\","
                        + "\"total\":{\"minorUnits\":25800,\"currency\":\"EUR\"}}");
        assertThat(run(placeOrder, "PlaceOrder")).isEqualTo(first);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        stores.prices().save(servo(1));
        run(placeOrder, "PlaceOrder");

        assertThat(runWith(placeOrder,
                sample("PlaceOrder").replace("\\\"quantity\\\": 2", "\\\"quantity\\\": 3")))
                .contains("\"statusCode\":422").contains("Idempotency-Key");
    }

    @Test
    void namesWhatCannotBeOrdered() {
        stores.prices().save(servo(1));

        assertThat(run(placeOrder, "PlaceOrder-unknown-sku")).contains("\"statusCode\":422")
                .contains("application/problem+json").contains("/lines/1/sku")
                .contains("NO-SUCH-SKU");
        assertThat(run(placeOrder, "PlaceOrder-repeated-sku")).contains("\"statusCode\":422")
                .contains("/lines/1/sku");
        assertNothingPlaced();
    }

    @Test
    void refusesWhatIsNoOrderAndWritesNothing() {
        stores.prices().save(servo(1));
        var good = sample("PlaceOrder");
        var twentyOne = "{\\\"sku\\\": \\\"S\\\", \\\"quantity\\\": 1}, ".repeat(20);

        for (var bad : List.of(sample("PlaceOrder-without-key"),
                sample("PlaceOrder-negative-quantity"), sample("PlaceOrder-not-json"),
                good.replace("\"key-1\"", "\"" + "k".repeat(256) + "\""),
                good.replace("\"key-1\"", "\"schlüssel\""), good.replace("\"key-1\"", "\"\""),
                good.replace("\\\"quantity\\\": 2", "\\\"quantity\\\": 0"),
                good.replace("\\\"quantity\\\": 2", "\\\"quantity\\\": 10001"),
                good.replace("\\\"quantity\\\": 2", "\\\"quantity\\\": 1.5"),
                good.replace("\\\"quantity\\\": 2", "\\\"quantity\\\": \\\"two\\\""),
                good.replace("\\\"quantity\\\": 2", "\\\"quantity\\\": 99999999999"),
                good.replace("\\\"quantity\\\": 2", "\\\"price\\\": 2"),
                good.replace("{\\\"sku\\\": \\\"SRV-2040-485\\\", \\\"quantity\\\": 2}", ""),
                good.replace("{\\\"sku\\\": \\\"SRV-2040-485\\\", \\\"quantity\\\": 2}", "null"),
                good.replace("[{\\\"sku\\\"", "[" + twentyOne + "{\\\"sku\\\""),
                good.replace("SRV-2040-485", "no/such sku"),
                good.replace("pm_card_visa", "4242 4242 4242 4242"),
                good.replace("\\\"paymentMethod\\\"", "\\\"payment\\\""),
                good.replace("\\\"GB\\\"", "\\\"gb\\\""),
                good.replace("\\\"city\\\": \\\"London\\\", ", ""),
                good.replace("Ada Lovelace", " "),
                good.replace("Ada Lovelace", "A".repeat(101)),
                good.replace("\\\"country\\\"", "\\\"planet\\\": 3, \\\"country\\\""))) {
            assertThat(bad).isNotEqualTo(good);
            assertThat(runWith(placeOrder, bad)).as(bad).contains("\"statusCode\":400")
                    .contains("application/problem+json").doesNotContain("Exception");
        }
        assertNothingPlaced();
    }

    @Test
    void needsACaller() {
        for (var handler : Map.of("PlaceOrder", placeOrder, "GetOrder", getOrder, "ListOrders",
                listOrders, "RequestCancellation", requestCancellation).entrySet()) {
            assertThat(runWith(handler.getValue(),
                    sample(handler.getKey()).replace("\"authorizer\"", "\"nobody\"")))
                    .contains("\"statusCode\":401");
        }
    }

    // GET /orders, /orders/{id}, /orders/{id}/history

    @Test
    void showsAnOrderBeforeAndAfterItIsProjected() {
        place();

        var fresh = run(getOrder, "GetOrder");
        run(projectOrderView, "ProjectOrderView");

        assertThat(fresh).contains("\"statusCode\":200").contains("\"status\":\"PLACED\"")
                .contains("\"version\":1").contains("\"parked\":false").doesNotContain("Lovelace");
        assertThat(stores.views().find(ORDER)).isPresent();
        assertThat(run(getOrder, "GetOrder")).isEqualTo(fresh);
    }

    @Test
    void showsAnOrderAsItWas() {
        place();
        run(confirmOrder, "ConfirmOrder");

        assertThat(run(getOrder, "GetOrder")).contains("\"status\":\"CONFIRMED\"")
                .contains("\"paymentId\":\"pi_3MtwBwLkdIwHu7ix28a3tqPa\"");
        assertThat(run(getOrder, "GetOrder-as-of")).contains("\"status\":\"PLACED\"")
                .contains("\"version\":1").doesNotContain("paymentId");
        assertThat(asOf("3")).contains("\"statusCode\":404");
        assertThat(asOf("0")).contains("\"statusCode\":400");
        assertThat(asOf("one")).contains("\"statusCode\":400");
    }

    @Test
    void showsAnOrderToItsCustomerAndToStaffAlone() {
        place();

        assertThat(run(getOrder, "GetOrder-somebody-elses")).contains("\"statusCode\":404");
        assertThat(run(getOrder, "GetOrder-staff")).contains("\"statusCode\":200");
        assertThat(runWith(getOrder, sample("GetOrder").replace(ORDER.value(), "no-such-order")))
                .contains("\"statusCode\":404");
    }

    @Test
    void showsAllThatHasHappened() {
        place();
        run(confirmOrder, "ConfirmOrder");
        var history = new GetOrderHistoryHandler(new GetOrderHistory(stores.orders()));

        assertThat(run(history, "GetOrderHistory")).contains("\"statusCode\":200")
                .contains("{\"events\":[{\"version\":1,\"type\":\"OrderPlaced\","
                        + "\"occurredAt\":\"2026-01-01T08:00:00Z\",\"data\":{")
                .contains("\"version\":2,\"type\":\"OrderConfirmed\"")
                .doesNotContain("Lovelace", "pm_card_visa");
        assertThat(runWith(history, sample("GetOrderHistory").replace("\"ada\"", "\"bob\"")))
                .contains("\"statusCode\":404");
    }

    @Test
    void showsTheHistoryPageByPage() {
        place();
        run(confirmOrder, "ConfirmOrder");
        run(requestCancellation, "RequestCancellation");
        var history = new GetOrderHistoryHandler(new GetOrderHistory(stores.orders()));

        var second = run(history, "GetOrderHistory-page");
        var third = runWith(history,
                sample("GetOrderHistory-page").replace("\"cursor\": \"1\"", "\"cursor\": \"2\""));

        assertThat(second).contains("{\"events\":[{\"version\":2,")
                .contains("\"nextCursor\":\"2\"").doesNotContain("\"version\":3");
        assertThat(third).contains("{\"events\":[{\"version\":3,").doesNotContain("nextCursor");
        assertThat(page(history, "ada", "3")).contains("\"statusCode\":200", "{\"events\":[]}");
        assertThat(page(history, "bob", "3")).contains("\"statusCode\":404");
        for (var cursor : List.of("0", "-1", "one", "")) {
            assertThat(page(history, "ada", cursor)).contains("\"statusCode\":400");
        }
        assertThat(runWith(history, sample("GetOrderHistory-page").replace("\"limit\": \"1\"",
                "\"limit\": \"101\""))).contains("\"statusCode\":400");
    }

    private static String page(RequestStreamHandler history, String customer, String cursor) {
        return runWith(history,
                sample("GetOrderHistory-page").replace("\"ada\"", "\"" + customer + "\"")
                        .replace("\"cursor\": \"1\"", "\"cursor\": \"" + cursor + "\""));
    }

    @Test
    void listsOrdersPageByPage() {
        stores.prices().save(servo(1));
        for (int i = 1; i <= 3; i++) {
            runWith(placeOrder, sample("PlaceOrder").replace("key-1", "key-" + i));
        }
        for (var id : List.of(ORDER.value(), "order-2", "order-3")) {
            new ProjectOrderView(stores.orders(), stores.views()).project(new OrderId(id));
        }
        var firstTwo = sample("ListOrders").replace("\"20\"", "\"2\"");

        var first = runWith(listOrders, firstTwo);
        var cursor = first.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
        var second = runWith(listOrders,
                firstTwo.replace("\"limit\"", "\"cursor\": \"" + cursor + "\", \"limit\""));

        assertThat(first).contains("order-3", "order-2").doesNotContain(ORDER.value());
        assertThat(second).contains(ORDER.value()).doesNotContain("order-2", "nextCursor");
        assertThat(runWith(listOrders, sample("ListOrders").replace("\"ada\"", "\"bob\"")))
                .contains("{\"items\":[]}");
    }

    @Test
    void refusesCursorsAndLimitsThatItDidNotGive() {
        assertThat(run(listOrders, "ListOrders-bad-cursor")).contains("\"statusCode\":400");
        for (var cursor : List.of("", "%%%", "MTIz", "LTk5OTk5OTk5OTk5OTk5OTk5L28x",
                "OTIyMzM3MjAzNjg1NDc3NTgwNy9vMQ")) {
            assertThat(runWith(listOrders,
                    sample("ListOrders-bad-cursor").replace("bm90LWEtY3Vyc29y", cursor)))
                    .as(cursor).contains("\"statusCode\":400");
        }
        for (var limit : List.of("0", "101", "-1", "many")) {
            assertThat(runWith(listOrders, sample("ListOrders").replace("\"20\"",
                    "\"" + limit + "\""))).as(limit).contains("\"statusCode\":400");
        }
    }

    // POST /orders/{id}/cancellation

    @Test
    void takesAWishToCancel() {
        place();

        var first = run(requestCancellation, "RequestCancellation");

        assertThat(first).contains("\"statusCode\":202")
                .contains("{\"orderId\":\"" + ORDER + "\",\"status\":\"CANCELLING\"}");
        assertThat(run(requestCancellation, "RequestCancellation")).isEqualTo(first);
        run(new CancelOrderHandler(new CancelOrder(log)), "CancelOrder");
        assertThat(run(requestCancellation, "RequestCancellation"))
                .contains("\"statusCode\":202").contains("\"status\":\"CANCELLED\"");
    }

    @Test
    void saysThatItIsTooLateToCancel() {
        place();
        run(new RejectOrderHandler(new RejectOrder(log)), "RejectOrder");

        assertThat(run(requestCancellation, "RequestCancellation"))
                .contains("\"statusCode\":409").contains("application/problem+json");
        assertThat(runWith(requestCancellation,
                sample("RequestCancellation").replace("\"ada\"", "\"bob\"")))
                .contains("\"statusCode\":404");
    }

    // Tasks

    @Test
    void answersTheSagasWithOutcomes() {
        place();

        assertThat(run(confirmOrder, "ConfirmOrder")).isEqualTo("{\"outcome\":\"CONFIRMED\"}");
        assertThat(run(new RejectOrderHandler(new RejectOrder(log)), "RejectOrder"))
                .isEqualTo("{\"outcome\":\"CONFIRMED\"}");
        run(requestCancellation, "RequestCancellation");
        assertThat(run(new FulfilOrderHandler(new FulfilOrder(log)), "FulfilOrder"))
                .isEqualTo("{\"outcome\":\"CANCELLATION_REQUESTED\"}");
        assertThat(run(new DeclineCancellationHandler(new DeclineCancellation(log)),
                "DeclineCancellation")).isEqualTo("{\"outcome\":\"DECLINED\"}");
        assertThat(run(new FulfilOrderHandler(new FulfilOrder(log)), "FulfilOrder"))
                .isEqualTo("{\"outcome\":\"FULFILLED\"}");
        assertThat(status()).isEqualTo(Status.FULFILLED);
    }

    @Test
    void failsATaskForAnOrderThatIsNotThere() {
        assertThatThrownBy(() -> run(confirmOrder, "ConfirmOrder"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ORDER.value());
    }

    // Streams and events

    @Test
    void publishesWhatTheLogTells() {
        var bus = new RecordingBus();
        var publish = new PublishOrderEventsHandler(
                StreamFunction.ofBatches(
                        new OutboxPublisher(bus, new OrderEventMapper(),
                                OrderEventMapper.PARTITION_KEY)::publish));

        assertThat(run(publish, "PublishOrderEvents")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).extracting(OutgoingEvent::detailType)
                .containsExactly("OrderPlaced", "OrderConfirmed");
        assertThat(run(publish, "PublishOrderEvents-poison")).isEqualTo(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"000000000000000000200\"}]}");
    }

    @Test
    void reportsTheBellsOfAnOrderThatItCannotProject() {
        assertThat(run(projectOrderView, "ProjectOrderView")).isEqualTo(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"000000000000000000100\"},"
                        + "{\"itemIdentifier\":\"000000000000000000200\"}]}");
    }

    @Test
    void keepsThePricesOfTheCatalog() {
        run(new TrackPricesHandler(new TrackPrices(stores.prices())), "TrackPrices");

        assertThat(stores.prices().find(Set.of(SERVO))).containsEntry(SERVO, servo(3));
    }

    @Test
    void notesADeliveryAndWarnsOfOneThatNobodySent() {
        place();
        var recordDelivery = new RecordDeliveryHandler(new RecordDelivery(log));

        var unexpected = FunctionRun.of(recordDelivery, sample("RecordDelivery"));
        run(confirmOrder, "ConfirmOrder");
        run(recordDelivery, "RecordDelivery");

        assertThat(unexpected.log()).anyMatch(line -> line.contains("WARN"))
                .anyMatch(line -> line.contains("UnexpectedDeliveries"));
        assertThat(status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void startsTheCheckoutWithWhatTheBusDoesNotTell() {
        place();
        var started = new ArrayList<String>();

        run(new StartCheckoutHandler(new StartCheckout(stores.orders(),
                (purchase, request) -> started.add(purchase.orderId() + " "
                        + purchase.paymentMethod() + " " + request))),
                "StartCheckout");

        assertThat(started).containsExactly(ORDER + " pm_card_visa sample-request-1");
    }

    @Test
    void startsACancellationForItsRequest() {
        var started = new ArrayList<String>();

        run(new StartCancellationHandler(new StartCancellation((order, customer, version,
                request) -> started.add(order + " " + customer + " " + version + " " + request))),
                "StartCancellation");

        assertThat(started).containsExactly(ORDER + " ada 3 sample-request-1");
    }

    @Test
    void opensAndResolvesInterventions() {
        place();
        run(projectOrderView, "ProjectOrderView");
        var record = new RecordInterventionHandler(new RecordIntervention(stores.interventions()));

        var opened = FunctionRun.of(record, sample("RecordIntervention"));
        assertThat(opened.log()).anyMatch(line -> line.contains("InterventionsOpened"));
        assertThat(run(getOrder, "GetOrder")).contains("\"parked\":true");

        var again = FunctionRun.of(record, sample("RecordIntervention"));
        assertThat(again.log()).noneMatch(line -> line.contains("InterventionsOpened"));

        run(record, "RecordIntervention-redriven");
        assertThat(run(getOrder, "GetOrder")).contains("\"parked\":false");
    }

    @Test
    void opensAnInterventionEvenIfNobodyKnowsTheOrder() {
        var record = new RecordInterventionHandler(new RecordIntervention(stores.interventions()));
        var byHand = sample("RecordIntervention-timed-out").replaceAll("\"input\": \"[^\\n]*\",",
                "\"input\": \"[1]\",");
        assertThat(byHand).doesNotContain(ORDER.value() + "\\\"");

        assertThat(FunctionRun.of(record, byHand).log())
                .anyMatch(line -> line.contains("InterventionsOpened"));
    }

    @Test
    void takesNoNoticeOfExecutionsThatWentWellAtOnce() {
        var record = new RecordInterventionHandler(new RecordIntervention(stores.interventions()));
        var succeeded = sample("RecordIntervention-redriven").replace("\"redriveCount\": 1",
                "\"redriveCount\": 0");

        assertThat(FunctionRun.of(record, succeeded).log())
                .anyMatch(line -> line.contains("nothing new"));
    }

    private String asOf(String version) {
        return runWith(getOrder, sample("GetOrder-as-of").replace("\"version\": \"1\"",
                "\"version\": \"" + version + "\""));
    }

    private void place() {
        stores.prices().save(servo(1));
        run(placeOrder, "PlaceOrder");
    }

    private Status status() {
        return stores.orders().find(ORDER).orElseThrow().order().status();
    }

    private void assertNothingPlaced() {
        assertThat(stores.orders().find(ORDER)).isEmpty();
        assertThat(stores.placements().find(new PlacementKey(ADA, "key-1"), NOW)).isEmpty();
    }

    private static String run(RequestStreamHandler handler, String sample) {
        return runWith(handler, sample(sample));
    }

    /** What the function answered, with the quotes of a body inside a proxy response unescaped. */
    private static String runWith(RequestStreamHandler handler, String payload) {
        return FunctionRun.of(handler, payload).output().replace("\\\"", "\"");
    }

    private static String sample(String name) {
        return SampleEvents.read("orders/" + name);
    }
}
