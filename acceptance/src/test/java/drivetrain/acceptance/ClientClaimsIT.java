package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prices, roles, customers and states that a client claims, wherever it puts them, are void. */
@ExtendWith(SharedSystem.class)
class ClientClaimsIT {
    private static final Map<String, String> CLAIMS = claims();

    private static Map<String, String> claims() {
        var claims = new LinkedHashMap<String, String>();
        claims.put("price", "{\"minorUnits\":1,\"currency\":\"EUR\"}");
        claims.put("unitPrice", "1");
        claims.put("total", "{\"minorUnits\":1,\"currency\":\"EUR\"}");
        claims.put("discount", "100");
        claims.put("customerId", "\"eve\"");
        claims.put("sub", "\"eve\"");
        claims.put("scopes", "\"staff\"");
        claims.put("role", "\"staff\"");
        claims.put("roles", "[\"staff\"]");
        claims.put("isStaff", "true");
        claims.put("status", "\"DELIVERED\"");
        claims.put("state", "\"PAID\"");
        claims.put("version", "999");
        claims.put("orderId", "\"019ab4c0-0000-7000-8000-000000000001\"");
        claims.put("paymentId", "\"pi_1\"");
        claims.put("parked", "false");
        claims.put("onHand", "1000000");
        claims.put("reserved", "0");
        claims.put("__proto__", "{\"scopes\":\"staff\"}");
        return claims;
    }

    /** Calls that customers or staff make with a body. */
    static List<Operation> operationsWithBodies() {
        return Contract.ofThisProject().operations().stream().filter(Operation::secured)
                .filter(Operation::takesBody).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsWithBodies")
    void aBodyThatClaimsMoreThanItMayIsRefusedAndNothingIsWritten(Operation operation,
            Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        String path = new WellFormedCall(operation, shop, ada).path();
        SortedMap<String, List<String>> before = shop.restingContents();
        var all = new SoftAssertions();
        for (JsonNode body : claiming(operation, servo)) {
            Api caller = operation.scopes().contains("customer") ? ada.api() : shop.staff();
            Answer answer = caller.send(request(caller, path)
                    .method(operation.method(), BodyPublishers.ofString(body.toString())).build());
            all.assertThat(answer.status()).as("%s with %s", operation, body).isEqualTo(400);
        }
        all.assertAll();
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    private static HttpRequest.Builder request(Api caller, String path) {
        return caller.authorized(path)
                .header("Content-Type", "application/json").header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** The example with each claim in turn, in each of its objects that doesn't have it anyway. */
    private static List<JsonNode> claiming(Operation operation, Product product) {
        var bodies = new ArrayList<JsonNode>();
        int objects = objects(example(operation, product)).size();
        for (int place = 0; place < objects; place++) {
            for (var claim : CLAIMS.entrySet()) {
                JsonNode body = example(operation, product);
                ObjectNode into = objects(body).get(place);
                if (!into.has(claim.getKey())) {
                    into.set(claim.getKey(), json(claim.getValue()));
                    bodies.add(body);
                }
            }
        }
        return bodies;
    }

    private static JsonNode example(Operation operation, Product product) {
        JsonNode body = operation.bodySchema().path("example").deepCopy();
        body.findParents("sku").forEach(line -> ((ObjectNode) line).put("sku", product.sku()));
        return body;
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> found.addAll(objects(child)));
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (JacksonException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Test
    void whatAQueryOrAHeaderClaimsIsPassedOver(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Customer ada = shop.customer();
        OrderRequest wish = OrderRequest.of(servo, 2);
        Answer answer = ada.api().send(claimingHeaders(ada.api().authorized("/orders?"
                + "customerId=eve&scopes=staff&role=staff&price=1&status=DELIVERED&total=1"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(wish.toJson().toString())).build());

        Order order = ada.accepted(answer, wish).await("FULFILLED");
        assertThat(answer.text("status")).isEqualTo("PLACED");
        assertThat(order.view().at("/total/minorUnits").asLong()).isEqualTo(25_800);
        assertThat(order.view().toString()).doesNotContain("eve");
        assertThat(shop.system().payments().ledger(order.id()).toString()).contains("25800");
    }

    @Test
    void noHeaderMakesStaffOfACustomer(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Api ada = shop.customer().api();
        SortedMap<String, List<String>> before = shop.restingContents();
        String receipt = "{\"receiptId\": \"r\", \"quantity\": 5}";

        Answer answer = ada.send(claimingHeaders(ada.authorized("/stock/" + servo.sku()
                + "/receipts?scopes=staff")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(receipt)).build());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(shop.restingContents()).isEqualTo(before);
    }

    private static HttpRequest.Builder claimingHeaders(HttpRequest.Builder request) {
        return request.header("X-Customer-Id", "eve").header("customerId", "eve")
                .header("X-Scopes", "staff").header("scopes", "customer staff")
                .header("X-Role", "staff").header("X-User", "eve").header("Price", "1")
                .header("X-Forwarded-User", "eve").header("X-HTTP-Method-Override", "GET")
                .header("X-Original-URL", "/products").header("X-Amzn-Oidc-Identity", "eve")
                .header("X-Amzn-Authorizer", "{\"customerId\":\"eve\",\"scopes\":\"staff\"}");
    }
}
