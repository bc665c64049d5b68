package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.redrive.Redrive;
import drivetrain.redrive.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.model.Message;

/** A bug in the publisher makes events poison; it is mended, and the dead letters are redriven. */
class RedriveIT {
    private static final int MESSAGES_OF_AN_ORDER = 4;
    private static final String MAPPER = "drivetrain/orders/events/OrderEventMapper.class";
    private static final String RIGHT = "orderId";
    private static final String WRONG = "orderIx";

    @TempDir
    private Path copy;

    @Test
    void poisonIsSetAsideAndAfterARedriveItIsAsIfNothingHadHappened() throws IOException {
        Deployment deployment = Deployment.copiedTo(copy);
        try (LocalSystem system = LocalSystem.start(deployment.template())) {
            Shop shop = new Shop(system);
            Product servo = shop.product(12_900, 1_000);
            Customer ada = shop.customer();
            String queue = shop.aws().queue("OrdersDeadLetters");
            List<Order> orders = new ArrayList<>();

            deployment.replace("orders", MAPPER, RIGHT, WRONG);
            Waiting.untilTrue("an event that becomes poison", system.patience(), () -> {
                orders.add(ada.place(OrderRequest.of(servo, 1)));
                return !shop.deadLetters().isEmpty();
            });
            orders.add(ada.place(OrderRequest.of(servo, 2)));
            Order stuck = orders.getLast();
            deployment.replace("orders", MAPPER, WRONG, RIGHT);
            Waiting.untilTrue("an order that gets through again", system.patience(), () -> {
                orders.add(ada.place(OrderRequest.of(servo, 1)));
                return orders.subList(orders.indexOf(stuck) + 1, orders.size()).stream()
                        .anyMatch(order -> !shop.messages(order).isEmpty());
            });

            assertThat(stuck.status()).isEqualTo("PLACED");
            assertThat(shop.messages(stuck)).isEmpty();
            List<String> letters = someOf(shop, queue);
            assertThat(letters).isNotEmpty().allSatisfy(RedriveIT::saysWhatFailedAndWhy);

            Redrive redrive = new Redrive(shop.aws().redriving());
            Report first = redrive.run(queue);
            assertThat(first.left()).isEmpty();
            assertThat(first.taken()).isGreaterThanOrEqualTo(letters.size());
            // As if the first run had been stopped before it deleted what it had delivered.
            letters.forEach(letter -> shop.aws().sqs().sendMessage(
                    send -> send.queueUrl(queue).messageBody(letter)));
            assertThat(redrive.run(queue)).isEqualTo(new Report(letters.size(), List.of()));
            assertThat(redrive.run(queue)).isEqualTo(new Report(0, List.of()));

            orders.forEach(order -> order.await("FULFILLED"));
            orders.forEach(order -> Waiting.untilTrue("all messages on " + order.id(),
                    system.patience(),
                    () -> shop.messages(order).size() == MESSAGES_OF_AN_ORDER));
            orders.forEach(order -> assertThat(shop.sagas().awaitCheckout(order))
                    .isEqualTo(ExecutionStatus.SUCCEEDED));
            assertThat(shop.books().problems()).isEmpty();
            assertThat(shop.deadLetters()).isEmpty();
        }
    }

    private static List<String> someOf(Shop shop, String queue) {
        return shop.aws().sqs().receiveMessage(receive -> receive.queueUrl(queue)
                .maxNumberOfMessages(10).visibilityTimeout(0)).messages().stream()
                .map(Message::body).toList();
    }

    private static void saysWhatFailedAndWhy(String letter) throws IOException {
        JsonNode read = Http.JSON.readTree(letter);
        assertThat(read.path("requestContext").path("functionArn").asText())
                .contains("PublishOrderEvents");
        assertThat(read.path("responsePayload").path("errorType").asText())
                .isEqualTo("drivetrain.dynamodb.MalformedItem");
        assertThat(read.path("responsePayload").path("errorMessage").asText()).contains(WRONG);
        assertThat(read.path("requestPayload").path("Records").get(0).path("dynamodb")
                .path("NewImage").path("type").path("S").asText()).startsWith("Order");
    }
}
