package drivetrain.orders.events;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.SHIPMENT;
import static drivetrain.orders.Samples.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.eventstore.EventItems;
import drivetrain.eventstore.StoredEvent;
import drivetrain.lambda.StreamRecord;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import drivetrain.orders.domain.OrderEvent.OrderRejected;
import drivetrain.testing.EventSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderEventMapperTest {
    private static final List<OrderEvent> EVENTS = List.of(placed(ORDER),
            new OrderConfirmed(ADA, "pi_1"), new OrderRejected(ADA, "OUT_OF_STOCK"),
            new CancellationRequested(ADA, true),
            new CancellationDeclined(ADA, "ALREADY_DISPATCHED"), new OrderCancelled(ADA),
            new OrderFulfilled(ADA, SHIPMENT), new OrderDelivered(ADA, NOW));

    private final OrderEventMapper mapper = new OrderEventMapper();
    private final OrderEventCodec codec = new OrderEventCodec();

    @Test
    void publishesEachEventInTheShapeOfItsSchema() {
        for (var event : EVENTS) {
            var outgoing = mapper.events(change(StreamRecord.Change.INSERT, event)).getFirst();

            assertThat(outgoing.source()).isEqualTo("drivetrain.orders");
            assertThat(outgoing.detailType()).isEqualTo(event.getClass().getSimpleName());
            assertThat(EventSchemas.violations(outgoing.detailType(), outgoing.detail()))
                    .isEmpty();
        }
        assertThat(EVENTS).hasSameSizeAs(OrderEvent.class.getPermittedSubclasses());
    }

    @Test
    void givesAnEventTheSameIdEachTime() {
        var change = change(StreamRecord.Change.INSERT, new OrderCancelled(ADA));

        assertThat(mapper.events(change)).isEqualTo(mapper.events(change));
        assertThat(mapper.events(change).getFirst().detail())
                .contains("\"eventId\":\"orders:" + ORDER + ":7\"").contains("\"version\":7")
                .contains("\"correlationId\":\"request-1\"");
    }

    @Test
    void keepsAddressAndPaymentMethodOffTheBus() {
        var detail = mapper.events(change(StreamRecord.Change.INSERT, placed(ORDER))).getFirst()
                .detail();

        assertThat(detail).doesNotContain("Lovelace", "London", "example.com", "pm_card_visa");
    }

    @Test
    void tellsNothingOfChangesThatAreNoNews() {
        for (var change : List.of(StreamRecord.Change.MODIFY, StreamRecord.Change.REMOVE)) {
            assertThat(mapper.events(change(change, new OrderCancelled(ADA)))).isEmpty();
        }
    }

    @Test
    void refusesAnItemThatIsNoEvent() {
        var poison = new StreamRecord("1", StreamRecord.Change.INSERT, Map.of(), Map.of(),
                Map.of());

        assertThatThrownBy(() -> mapper.events(poison)).isInstanceOf(RuntimeException.class);
    }

    private StreamRecord change(StreamRecord.Change change, OrderEvent event) {
        var item = new EventItems("orderId").toItem(new StoredEvent(ORDER.value(), 7,
                codec.type(event), 1, NOW, "request-1", codec.encode(event)));
        return new StreamRecord("100", change, Map.of("orderId", item.get("orderId")), item,
                Map.of());
    }
}
