package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** What the payment provider tells of its own accord. */
@ExtendWith(SharedSystem.class)
class PaymentNewsIT {
    @Test
    void aPaymentThatTheProviderTookIsKnownToBeTaken(Shop shop) {
        String order = UUID.randomUUID().toString();
        InvokeResponse authorized = shop.aws().invoke("AuthorizePayment", """
                {"orderId": "%s", "customerId": "ada", "correlationId": "%s",
                 "amount": {"minorUnits": 4200, "currency": "EUR"},
                 "paymentMethod": "pm_card_visa"}
                """.formatted(order, order));
        assertThat(authorized.payload().asUtf8String()).contains("AUTHORIZED");

        Http.post(shop.system().payments().url().resolve("/control/webhook/" + order),
                "application/json", "{\"type\": \"payment_intent.succeeded\"}").expect(200);

        assertThat(shop.staff().get("/orders/" + order + "/payment").expect(200).text("status"))
                .isEqualTo("CAPTURED");
    }
}
