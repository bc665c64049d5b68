package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is another customer's looks like what there never was, and nothing can be done to it. */
@ExtendWith(SharedSystem.class)
class OwnershipIT {
    /** Headers that differ between any two answers. */
    private static final Set<String> OF_THE_ANSWER = Set.of("date", "x-correlation-id",
            "x-amzn-requestid", "x-amz-apigw-id", "x-amzn-trace-id");

    static List<Operation> ownedOperations() {
        return Contract.ofThisProject().operations().stream().filter(Operation::owned).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownedOperations")
    void anotherCustomersOrderLooksLikeNone(Operation operation, Shop shop) {
        Customer owner = shop.customer();
        Customer stranger = shop.customer();
        Order order = owner.place(OrderRequest.of(shop.product(12_900, 10), 1))
                .await("FULFILLED");
        shop.sagas().awaitRest(order);
        List<String> history = order.history();

        Answer foreign = call(stranger, operation, order.id());
        Answer missing = call(stranger, operation, "019ab4c0" + UUID.randomUUID().toString()
                .substring(8));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).as("%s", operation).hasToString(missing.body().toString());
        assertThat(foreign.status()).isEqualTo(missing.status());
        assertThat(headers(foreign)).isEqualTo(headers(missing));
        assertThat(order.history()).as("nothing was done").isEqualTo(history);
        assertThat(call(owner, operation, order.id()).status()).as("the owner's own %s", operation)
                .isBetween(200, 299);
    }

    @Test
    void everyRouteBelowAnOrderIsAmongThem() {
        assertThat(Contract.ofThisProject().operations())
                .filteredOn(operation -> operation.path().startsWith("/orders/{id}"))
                .filteredOn(operation -> !operation.method().equals("OPTIONS"))
                .hasSizeGreaterThanOrEqualTo(5).allMatch(Operation::owned);
    }

    @Test
    void nobodyElseSeesAnOrderInAList(Shop shop) {
        Customer stranger = shop.customer();
        Order order = shop.customer().place(OrderRequest.of(shop.product(12_900, 10), 1))
                .await("FULFILLED");

        for (String path : List.of("/orders", "/orders?customerId=" + order.id(),
                "/orders?limit=100&status=FULFILLED")) {
            assertThat(stranger.api().get(path).body().toString()).doesNotContain(order.id());
        }
        assertThat(order.api().get("/orders").body().toString()).contains(order.id());
    }

    @Test
    void oldVersionsOfAnothersOrderAreHiddenToo(Shop shop) {
        Customer stranger = shop.customer();
        Order order = shop.customer().place(OrderRequest.of(shop.product(12_900, 10), 1))
                .await("FULFILLED");

        for (String version : List.of("1", "2", "999")) {
            assertThat(stranger.api().get("/orders/" + order.id() + "?version=" + version)
                    .status()).isEqualTo(404);
        }
        assertThat(order.api().get("/orders/" + order.id() + "?version=1").status())
                .isEqualTo(200);
    }

    private static Answer call(Customer customer, Operation operation, String orderId) {
        return customer.api().send(customer.api()
                .authorized(operation.path().replace("{id}", orderId))
                .method(operation.method(), HttpRequest.BodyPublishers.noBody()).build());
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<String, List<String>>();
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        return headers;
    }
}
