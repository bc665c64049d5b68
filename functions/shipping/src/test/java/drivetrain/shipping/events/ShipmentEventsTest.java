package drivetrain.shipping.events;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.OrderId;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.shipping.Lifecycle;
import drivetrain.testing.EventSchemas;
import org.junit.jupiter.api.Test;

class ShipmentEventsTest {
    private final Lifecycle order = new Lifecycle(new OrderId("order-1"));

    @Test
    void tellsWhatIsSettledAndNothingElse() {
        assertThat(order.all().stream().flatMap(state -> ShipmentEvents.of(state).stream())
                .map(OutgoingEvent::detailType)).containsExactly("ShipmentBooked",
                        "ShipmentDispatched", "ShipmentDelivered", "ShipmentDelivered",
                        "ShipmentCancelled", "ShipmentCancelled", "ShipmentCancelled");
    }

    @Test
    void keepsToItsSchemas() {
        var events = order.all().stream().flatMap(state -> ShipmentEvents.of(state).stream())
                .toList();

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("drivetrain.shipping");
            assertThat(EventSchemas.violations(event.detailType(), event.detail())).isEmpty();
        });
    }

    @Test
    void givesTheSameEventTheSameIdEachTime() {
        assertThat(ShipmentEvents.of(order.booked())).isEqualTo(ShipmentEvents.of(order.booked()))
                .singleElement().extracting(OutgoingEvent::detail).isEqualTo("""
                    {"metadata":{"eventId":"shipping:order-1:3","schemaVersion":1,\
                    "occurredAt":"2026-11-21T10:15:30.120Z","correlationId":"flow-1","version":3},\
                    "data":{"orderId":"order-1","carrier":"DHL","trackingCode":"EZ1"}}""");
    }
}
