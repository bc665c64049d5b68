package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.SortedMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, it is told what is wrong with it, and nothing is written. */
@ExtendWith(SharedSystem.class)
class BadInputIT {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String ADDRESS = """
            "shipTo": {"name": "A", "street1": "S 1", "city": "C", "postalCode": "1", \
            "country": "DE"}, "paymentMethod": "pm_card_visa\"""";

    static Stream<Arguments> orders() {
        return Stream.of(
                arguments("no body at all", ""),
                arguments("not JSON", "lines=1"),
                arguments("half a JSON", order("[{\"sku\": \"$SKU\", \"quantity\": 1}]")
                        .substring(0, 60)),
                arguments("not an object", "[1, 2, 3]"),
                arguments("null", "null"),
                arguments("an empty object", "{}"),
                arguments("no lines", order("[]")),
                arguments("lines that are no list", order("{\"sku\": \"$SKU\"}")),
                arguments("a line that is a text", order("[\"$SKU\"]")),
                arguments("a sku that is a number", order("[{\"sku\": 7, \"quantity\": 1}]")),
                arguments("an unknown sku", order("[{\"sku\": \"NO-SUCH\", \"quantity\": 1}]")),
                arguments("a sku with blanks", order("[{\"sku\": \"A B\", \"quantity\": 1}]")),
                arguments("no quantity", order("[{\"sku\": \"$SKU\"}]")),
                arguments("a quantity of zero", line("0")),
                arguments("a negative quantity", line("-1")),
                arguments("half a piece", line("0.5")),
                arguments("a quantity that is a text", line("\"1\"")),
                arguments("a quantity beyond any number", line("1e999")),
                arguments("more than a long holds", line("99999999999999999999")),
                arguments("the same sku twice", order(
                        "[{\"sku\": \"$SKU\", \"quantity\": 1}, {\"sku\": \"$SKU\", "
                                + "\"quantity\": 1}]")),
                arguments("1,000 lines", order(IntStream.range(0, 1_000)
                        .mapToObj(i -> "{\"sku\": \"S-" + i + "\", \"quantity\": 1}")
                        .collect(Collectors.joining(",", "[", "]")))),
                arguments("a field that nobody knows", line("1, \"price\": 1")),
                arguments("a customer id of the client's choice", order(
                        "[{\"sku\": \"$SKU\", \"quantity\": 1}], \"customerId\": \"eve\"")),
                arguments("no address", "{\"lines\": [{\"sku\": \"$SKU\", \"quantity\": 1}], "
                        + "\"paymentMethod\": \"pm_card_visa\"}"),
                arguments("a card number", line("1").replace("pm_card_visa",
                        "4242 4242 4242 4242")),
                arguments("control characters in the address",
                        line("1").replace("\"S 1\"", "\"S\\u0000\\u0007 1\"")),
                arguments("nesting without end", "[".repeat(20_000)),
                arguments("a wrong type of everything", "{\"lines\": true, \"shipTo\": 1, "
                        + "\"paymentMethod\": []}"));
    }

    private static String order(String lines) {
        return "{\"lines\": " + lines + ", " + ADDRESS + "}";
    }

    private static String line(String quantity) {
        return order("[{\"sku\": \"$SKU\", \"quantity\": " + quantity + "}]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void anOrderThatMakesNoSenseIsRefusedAndNothingIsWritten(String name, String body,
            Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        SortedMap<String, List<String>> before = shop.restingContents();

        Answer answer = ada.api().placeOrder("key-1", body.replace("$SKU", servo.sku()));

        assertIsProblem(answer);
        assertThat(shop.restingContents()).isEqualTo(before);
        assertThat(ada.api().get("/orders").expect(200).body().path("items")).isEmpty();
    }

    @Test
    void aBodyOfTenMegabytesIsRefused(Shop shop) {
        Product servo = shop.product(12_900, 10);
        String body = OrderRequest.of(servo, 1).toJson().put("paymentMethod",
                "x".repeat(TEN_MEGABYTES)).toString();
        SortedMap<String, List<String>> before = shop.restingContents();

        Answer answer = shop.customer().api().placeOrder("key-1", body);

        assertIsProblem(answer);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badKeys")
    void anOrderWithoutAGoodKeyIsRefused(String name, List<String> headers, Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        SortedMap<String, List<String>> before = shop.restingContents();
        var request = ada.api().authorized("/orders").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(OrderRequest.of(servo, 1).toJson().toString()));
        headers.forEach(value -> request.header("Idempotency-Key", value));

        Answer answer = ada.api().send(request.build());

        assertIsProblem(answer);
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    static Stream<Arguments> badKeys() {
        return Stream.of(arguments("none", List.of()), arguments("blank", List.of("  ")),
                arguments("too long", List.of("k".repeat(256))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("otherCalls")
    void otherCallsThatMakeNoSenseAreRefused(String method, String path, String body, int status,
            Shop shop) {
        Product servo = shop.product(12_900, 10);
        SortedMap<String, List<String>> before = shop.restingContents();
        var request = shop.staff().authorized(path.replace("$SKU", servo.sku()))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));

        Answer answer = shop.staff().send(request.build());

        assertIsProblem(answer);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    static Stream<Arguments> otherCalls() {
        return Stream.of(
                arguments("GET", "/orders/not-an-id", "", 404),
                arguments("GET", "/orders/018f0000-0000-7000-8000-000000000000", "", 404),
                arguments("GET", "/orders?limit=many", "", 400),
                arguments("GET", "/orders?cursor=forged", "", 400),
                arguments("GET", "/products/NO-SUCH", "", 404),
                arguments("GET", "/products?type=BICYCLE", "", 400),
                arguments("GET", "/products/recommendations", "", 400),
                arguments("GET", "/stock/NO-SUCH", "", 404),
                arguments("GET", "/no/such/route", "", 404),
                arguments("DELETE", "/orders", "", 404),
                arguments("PUT", "/products/$SKU", "{\"name\": 1}", 400),
                arguments("POST", "/stock/$SKU/receipts", "{\"quantity\": 5}", 400),
                arguments("POST", "/stock/$SKU/receipts",
                        "{\"receiptId\": \"r\", \"quantity\": -5}", 400),
                arguments("POST", "/shipping/quotes", "{}", 400),
                arguments("POST", "/webhooks/payments", "{}", 400),
                arguments("POST", "/webhooks/shipping", "{}", 400));
    }

    @Test
    void withoutATokenNothingIsDone(Shop shop) {
        Product servo = shop.product(12_900, 10);
        SortedMap<String, List<String>> before = shop.restingContents();

        for (String token : List.of("", "Bearer", "Bearer forged", "Basic YTpi")) {
            var request = Http.request(shop.system().api().resolve(
                    shop.system().api().getPath() + "/orders"))
                    .header("Content-Type", "application/json").header("Idempotency-Key", "k")
                    .POST(BodyPublishers.ofString(OrderRequest.of(servo, 1).toJson().toString()));
            Answer answer = Http.send((token.isEmpty()
                    ? request
                    : request.header("Authorization", token)).build());

            assertIsProblem(answer);
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    @Test
    void aCustomerIsNotStaff(Shop shop) {
        Product servo = shop.product(12_900, 10);
        SortedMap<String, List<String>> before = shop.restingContents();

        Answer answer = shop.customer().api().post("/stock/" + servo.sku() + "/receipts",
                Http.JSON.createObjectNode().put("receiptId", "r").put("quantity", 1));

        assertIsProblem(answer);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    private static void assertIsProblem(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).as("%s", answer).isNotEmpty();
        assertThat(answer.text("title")).as("%s", answer).isNotEmpty();
        assertThat(answer.number("status")).as("%s", answer).isEqualTo(answer.status());
    }
}
