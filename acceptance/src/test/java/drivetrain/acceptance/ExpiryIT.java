package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** What nobody came back for is given back. */
@ExtendWith(SharedSystem.class)
class ExpiryIT {
    @Test
    void stockThatIsReservedForTooLongIsAvailableAgain(Shop shop) throws IOException {
        Product servo = shop.product(12_900, 5);
        String order = UUID.randomUUID().toString();
        invoke(shop, "ReserveStock", """
                {"orderId": "%s", "correlationId": "%s", "lines": [{"sku": "%s", "quantity": 2}]}
                """.formatted(order, order, servo.sku()));
        assertThat(available(shop, servo)).isEqualTo(3);

        shop.aws().dynamoDb().updateItem(request -> request
                .tableName(shop.aws().table("Reservations"))
                .key(Map.of("orderId", AttributeValue.fromS(order)))
                .updateExpression("SET expiresAt = :past")
                .expressionAttributeValues(
                        Map.of(":past", AttributeValue.fromS("2020-01-01T00:00:00Z"))));
        invoke(shop, "ReleaseExpiredReservations", Files.readString(LocalSystem
                .templateOfThisProject()
                .resolveSibling("events/inventory/ReleaseExpiredReservations.json")));

        assertThat(available(shop, servo)).isEqualTo(5);
    }

    private static long available(Shop shop, Product product) {
        return shop.staff().get("/stock/" + product.sku()).expect(200).body().path("available")
                .asLong();
    }

    private static void invoke(Shop shop, String function, String payload) {
        InvokeResponse answer = shop.aws().invoke(function, payload);

        assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
    }
}
