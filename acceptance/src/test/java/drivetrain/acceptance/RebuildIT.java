package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The views of orders are built anew while the shop is open. */
@ExtendWith(SharedSystem.class)
class RebuildIT {
    private static final Map<String, AttributeValue> STATE = Map.of("projection",
            AttributeValue.fromS("order-views"));

    @Test
    void buildsTheViewsAnewWhileOrdersGoOn(Shop shop) throws Exception {
        Product servo = shop.product(12_900, 100);
        Customer ada = shop.customer();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            orders.add(ada.place(OrderRequest.of(servo, 1)).await("FULFILLED"));
        }

        String execution = start(shop, "{}");
        for (int i = 0; i < 4; i++) {
            orders.add(ada.place(OrderRequest.of(servo, 1)));
        }
        DescribeExecutionResponse ended = awaitEnd(shop, execution);

        assertThat(ended.status()).as(ended.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        JsonNode verdict = Http.JSON.readTree(ended.output());
        assertThat(verdict.path("compared").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(verdict.path("differing").asInt()).isZero();
        assertThat(verdict.path("builtChecksum").asText())
                .isEqualTo(verdict.path("liveChecksum").asText());
        Map<String, AttributeValue> state = shop.tables().item("Projections", STATE);
        assertThat(number(state, "done")).as("events, as an operator sees them")
                .isGreaterThanOrEqualTo(number(state, "total"));
        orders.forEach(order -> order.await("FULFILLED"));
        orders.forEach(order -> assertThat(order.view()).isEqualTo(order.foldedFromItsLog()));
        assertThat(ada.api().get("/orders").expect(200).body().path("items")).hasSize(8);
        assertThat(item(shop, orders.getFirst()).keySet()).filteredOn(name -> name
                .startsWith("view")).containsExactly("view" + number(state, "live"));
    }

    @Test
    void keepsTheViewsWhenTheNewOnesDifferUntilSomebodyWantsThem(Shop shop) {
        Product servo = shop.product(12_900, 10);
        Order order = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");
        JsonNode right = order.view();
        long live = number(shop.tables().item("Projections", STATE), "live", 1);
        change(shop, order, "SET view" + live + ".trackingCode = :wrong",
                Map.of(":wrong", AttributeValue.fromS("WRONG")));

        DescribeExecutionResponse refused = awaitEnd(shop, start(shop, "{}"));
        JsonNode meanwhile = order.view();
        DescribeExecutionResponse wanted = awaitEnd(shop,
                start(shop, "{\"segments\": 2, \"evenIfDifferent\": true}"));

        assertThat(refused.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(refused.error()).isEqualTo("ViewsDiffer");
        assertThat(refused.cause()).startsWith("1 of ");
        assertThat(meanwhile.path("trackingCode").asText()).isEqualTo("WRONG");
        assertThat(wanted.status()).as(wanted.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
        Waiting.untilTrue("readers to know the generation that is live now", order.patience(),
                () -> order.view().equals(right));
    }

    @Test
    void makesUpForProjectionsThatBrokeOffInTheMiddle(Shop shop)
            throws Exception {
        Product servo = shop.product(12_900, 10);
        Order first = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");
        Order second = shop.customer().place(OrderRequest.of(servo, 1)).await("FULFILLED");

        long built = call(shop, "BeginViewRebuild", "{\"segments\": 1}").path("generation")
                .asLong();
        String segment = "{\"segment\": 0, \"generation\": " + built + "}";
        toTheEnd(shop, "BuildOrderViews", segment);
        change(shop, first, "REMOVE view" + built, Map.of());
        toTheEnd(shop, "CompareOrderViews", segment);
        String outcome = call(shop, "SwitchOrderViews",
                "{\"evenIfDifferent\": false, \"generation\": " + built + "}").path("outcome")
                .asText();
        change(shop, second, "REMOVE view" + built, Map.of());
        toTheEnd(shop, "DropOrderViews", segment);

        assertThat(outcome).isEqualTo("SWITCHED");
        for (Order order : List.of(first, second)) {
            assertThat(item(shop, order)).containsKey("view" + built);
            assertThat(order.view()).isEqualTo(order.foldedFromItsLog());
        }
    }

    private static String start(Shop shop, String input) {
        return shop.aws().workflows().startExecution(
                request -> request.stateMachineArn(shop.aws().workflow("RebuildOrderViews"))
                        .input(input))
                .executionArn();
    }

    private static DescribeExecutionResponse awaitEnd(Shop shop, String execution) {
        return Waiting.until("the end of " + execution, shop.system().patience(),
                () -> Optional
                        .of(shop.aws().workflows()
                                .describeExecution(request -> request.executionArn(execution)))
                        .filter(one -> one.status() != ExecutionStatus.RUNNING));
    }

    private static void toTheEnd(Shop shop, String function, String input)
            throws JsonProcessingException {
        String outcome;
        do {
            outcome = call(shop, function, input).path("outcome").asText();
        } while (outcome.equals("MORE"));
        assertThat(outcome).isEqualTo("DONE");
    }

    private static JsonNode call(Shop shop, String function, String input)
            throws JsonProcessingException {
        var answer = shop.aws().invoke(function, input);
        assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
        return Http.JSON.readTree(answer.payload().asUtf8String());
    }

    private static void change(Shop shop, Order order, String expression,
            Map<String, AttributeValue> values) {
        shop.aws().dynamoDb().updateItem(update -> {
            update.tableName(shop.tables().nameOf("OrderViews")).key(key(order))
                    .updateExpression(expression);
            if (!values.isEmpty()) {
                update.expressionAttributeValues(values);
            }
        });
    }

    private static Map<String, AttributeValue> item(Shop shop, Order order) {
        return shop.tables().item("OrderViews", key(order));
    }

    private static Map<String, AttributeValue> key(Order order) {
        return Map.of("orderId", AttributeValue.fromS(order.id()));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.get(name).n());
    }

    private static long number(Map<String, AttributeValue> item, String name, long otherwise) {
        return item.containsKey(name) ? number(item, name) : otherwise;
    }
}
