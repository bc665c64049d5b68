package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes over the bus; {@link SharedSystem} holds it to the schemas after each scenario. */
@ExtendWith(SharedSystem.class)
class EventsIT {
    @Test
    void everyStepOfAnOrderIsHeardOnTheBus(Shop shop, SpokenEvents spoken) {
        Customer ada = shop.customer();
        Product servo = shop.product(12_900, 10);
        Order delivered = ada.place(OrderRequest.of(servo, 1)).await("FULFILLED");
        Order cancelled = ada.place(OrderRequest.of(servo, 1)).await("FULFILLED");
        Order declined = ada.place(OrderRequest.of(servo, 1).paidWith(OrderRequest.DECLINED));
        declined.await("REJECTED");
        cancelled.cancel().expect(202);
        cancelled.await("CANCELLED");
        shop.system().carrier().moveParcel(delivered.id(), "in_transit").expect(200);
        shop.system().carrier().moveParcel(delivered.id(), "delivered").expect(200);
        delivered.await("DELIVERED");
        shop.restingContents();

        Waiting.untilTrue("the bus to tell all of it", shop.system().patience(),
                () -> spoken.types().contains("OrderDelivered"));
        assertThat(spoken.types()).contains("ProductChanged", "StockChanged", "OrderPlaced",
                "OrderConfirmed", "OrderFulfilled", "OrderRejected", "CancellationRequested",
                "OrderCancelled", "PaymentAuthorized", "PaymentCaptured", "PaymentDeclined",
                "PaymentRefunded", "ShipmentBooked", "ShipmentCancelled", "ShipmentDelivered");
        assertThat(spoken.violations()).isEmpty();
    }
}
