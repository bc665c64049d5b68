package drivetrain.shipping.dynamodb;

import static drivetrain.shipping.Lifecycle.CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.dynamodb.Item;
import drivetrain.idempotency.Inbox;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.Lifecycle;
import drivetrain.shipping.application.Messages;
import drivetrain.shipping.application.Shipments;
import drivetrain.shipping.application.ShipmentsContract;
import drivetrain.shipping.domain.Shipment;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbShipmentsTest implements ShipmentsContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final String shipments = DYNAMO_DB.table("orderId");
    private final String inbox = DYNAMO_DB.table(Inbox.KEY);

    @Override
    public Shipments shipments() {
        return new DynamoDbShipments(DYNAMO_DB.client(), shipments);
    }

    @Override
    public Messages messages() {
        return new DynamoDbMessages(DYNAMO_DB.client(), shipments, inbox, Clock.systemUTC());
    }

    @Test
    void keepsEachAttributeUnderItsName() {
        var order = new Lifecycle(new OrderId("order-1"));

        assertThat(ShipmentItem.write(order.buying().cancel(CAUSE))).isEqualTo(Item.empty()
                .text("orderId", "order-1").number("version", 3).text("correlationId", "flow-1")
                .text("updatedAt", "2026-11-21T10:15:30.120Z").text("status", "CANCELLING")
                .text("customerId", "ann").number("massGrams", 1_200)
                .map("shipTo", Item.empty().text("name", "Ann").text("street1", "Ring 1")
                        .text("street2", "2nd floor").text("city", "Köln")
                        .text("postalCode", "50667").text("country", "DE")
                        .text("email", "ann@example.com"))
                .text("shipmentId", "shp_1").text("purchaseSince", "2026-11-21T10:15:30.120Z"));
    }

    @Test
    void refusesAnItemThatItCannotHaveWritten() {
        var item = ShipmentItem.write(Shipment.bar(new OrderId("order-1"), CAUSE));

        assertThatThrownBy(() -> ShipmentItem.read(item.text("status", "HAPPY")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShipmentItem.read(item.text("status", "BOOKED")))
                .isInstanceOf(RuntimeException.class);
    }
}
