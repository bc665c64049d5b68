package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.FunctionLines.Line;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One id follows a request through functions, tables, events and workflows to every log line. */
@ExtendWith(SharedSystem.class)
class CorrelationIT {
    private static final String HEADER = "X-Correlation-Id";
    /** All that a checkout that goes well has something to do with. */
    private static final Set<String> OF_A_CHECKOUT = Set.of("PlaceOrder", "PublishOrderEvents",
            "ProjectOrderView", "StartCheckout", "ReserveStock", "AuthorizePayment",
            "ConfirmOrder", "CapturePayment", "CommitStock", "BookShipment", "FulfilOrder",
            "PublishStockChanges", "TrackAvailability", "PublishPaymentEvents",
            "PublishShipmentEvents", "NotifyCustomer");
    private static final Set<String> OF_A_CANCELLATION = Set.of("RequestCancellation",
            "PublishOrderEvents", "StartCancellation", "CancelShipment", "RefundPayment",
            "ReleaseStock", "CancelOrder", "NotifyCustomer");
    private static final Set<String> OF_A_DELIVERY = Set.of("ReceiveShippingWebhook",
            "PublishShipmentEvents", "RecordDelivery", "PublishOrderEvents", "NotifyCustomer");

    @Test
    void anIdFollowsAnOrderToEveryLineOfEveryFunction(LocalSystem system, Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        OrderRequest wish = OrderRequest.of(servo, 1);
        String id = "order-" + UUID.randomUUID();
        try (FunctionLines lines = system.listen()) {
            Answer answer = place(ada, wish, id);
            Order order = ada.accepted(answer, wish);
            shop.sagas().awaitRest(order);
            awaitLines(shop, lines, id, OF_A_CHECKOUT);

            assertThat(answer.header(HEADER)).isEqualTo(id);
            assertThat(shop.sagas().checkout(order).input()).contains(id);
            assertFollowed(lines.all(), id, order);
        }
    }

    @Test
    void anIdFollowsACancellationToo(LocalSystem system, Shop shop) {
        Customer ada = shop.customer();
        Order order = ada.place(OrderRequest.of(shop.product(12_900, 10), 1)).await("FULFILLED");
        shop.sagas().awaitRest(order);
        shop.restingContents();
        String id = "cancellation-" + UUID.randomUUID();
        try (FunctionLines lines = system.listen()) {
            Answer answer = ada.api().send(ada.api()
                    .authorized("/orders/" + order.id() + "/cancellation").header(HEADER, id)
                    .POST(BodyPublishers.noBody()).build());
            awaitLines(shop, lines, id, OF_A_CANCELLATION);
            shop.sagas().awaitRest(order);

            assertThat(answer.expect(202).header(HEADER)).isEqualTo(id);
            assertFollowed(lines.all(), id, order);
        }
    }

    @Test
    void whatTheCarrierTellsGoesOnUnderTheOrdersId(LocalSystem system, Shop shop) {
        Customer ada = shop.customer();
        OrderRequest wish = OrderRequest.of(shop.product(12_900, 10), 1);
        String id = "delivered-" + UUID.randomUUID();
        Order order = ada.accepted(place(ada, wish, id), wish).await("FULFILLED");
        shop.sagas().awaitRest(order);
        shop.restingContents();
        try (FunctionLines lines = system.listen()) {
            shop.system().carrier().moveParcel(order.id(), "delivered").expect(200);
            awaitLines(shop, lines, id, OF_A_DELIVERY);

            assertFollowed(lines.all(), id, order);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a/b", "-leading", "<script>", "x\"}{\"y"})
    void anIdThatIsNoneIsReplacedByTheRequestsOwn(String sent, LocalSystem system, Shop shop) {
        try (FunctionLines lines = system.listen()) {
            Customer ada = shop.customer();
            Answer answer = ada.api().send(ada.api().authorized("/orders").header(HEADER, sent)
                    .GET().build());

            String id = answer.expect(200).header(HEADER);
            assertThat(id).matches("[0-9a-f-]{36}");
            assertThat(ids(lines.all(), "ListOrders")).contains(id);
        }
    }

    private static Answer place(Customer customer, OrderRequest wish, String id) {
        return customer.api().send(customer.api().authorized("/orders")
                .header("Content-Type", "application/json").header("Idempotency-Key", id)
                .header(HEADER, id).POST(BodyPublishers.ofString(wish.toJson().toString()))
                .build());
    }

    private static void awaitLines(Shop shop, FunctionLines lines, String id,
            Set<String> functions) {
        Waiting.untilTrue("lines with " + id + " of " + functions, shop.system().patience(),
                () -> functions.stream()
                        .allMatch(function -> ids(lines.all(), function).contains(id)));
    }

    /** Every line names a request, and every line about the order names this one. */
    private static void assertFollowed(List<Line> lines, String id, Order order) {
        assertThat(lines).allSatisfy(
                line -> assertThat(line.correlationIds()).as(line.toString()).isNotEmpty());
        assertThat(lines).filteredOn(line -> line.text().contains(order.id()))
                .isNotEmpty().allSatisfy(
                        line -> assertThat(line.correlationIds()).as(line.toString())
                                .contains(id));
    }

    private static Set<String> ids(List<Line> lines, String function) {
        return lines.stream().filter(line -> line.function().contains(function))
                .flatMap(line -> line.correlationIds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
