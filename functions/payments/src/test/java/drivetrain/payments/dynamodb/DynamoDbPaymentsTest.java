package drivetrain.payments.dynamodb;

import static drivetrain.payments.Lifecycle.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.dynamodb.Item;
import drivetrain.idempotency.Inbox;
import drivetrain.kernel.OrderId;
import drivetrain.payments.Lifecycle;
import drivetrain.payments.application.Messages;
import drivetrain.payments.application.Payments;
import drivetrain.payments.application.PaymentsContract;
import drivetrain.payments.domain.Payment;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbPaymentsTest implements PaymentsContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String payments = DYNAMO_DB.table("orderId");
    private final String inbox = DYNAMO_DB.table(Inbox.KEY);

    @Override
    public Payments payments() {
        return new DynamoDbPayments(DYNAMO_DB.client(), payments);
    }

    @Override
    public Messages messages() {
        return new DynamoDbMessages(DYNAMO_DB.client(), payments, inbox, Clock.systemUTC());
    }

    @Test
    void keepsEachAttributeUnderItsName() {
        var order = new Lifecycle(new OrderId("order-1"));

        assertThat(PaymentItem.write(order.captured().reverse(CAUSE))).isEqualTo(Item.empty()
                .text("orderId", "order-1").number("version", 4).text("correlationId", "flow-1")
                .text("updatedAt", "2026-11-21T10:15:30.120Z").text("status", "REVERSING")
                .text("customerId", "ann").number("amountMinorUnits", 12_900)
                .text("currency", "EUR").text("paymentMethod", "pm_card_visa")
                .text("paymentId", "pi_1").text("charge", "TAKEN"));
    }

    @Test
    void refusesAnItemThatItCannotHaveWritten() {
        var item = PaymentItem.write(Payment.bar(new OrderId("order-1"), CAUSE));

        assertThatThrownBy(() -> PaymentItem.read(item.text("status", "HAPPY")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaymentItem.read(item.text("status", "CAPTURED")))
                .hasMessageContaining("customerId");
    }
}
