package drivetrain.payments.events;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.OrderId;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.payments.Lifecycle;
import drivetrain.testing.EventSchemas;
import org.junit.jupiter.api.Test;

class PaymentEventsTest {
    private final Lifecycle order = new Lifecycle(new OrderId("order-1"));

    @Test
    void tellsWhatIsSettledAndNothingElse() {
        assertThat(order.all().stream().flatMap(state -> PaymentEvents.of(state).stream())
                .map(OutgoingEvent::detailType)).containsExactly("PaymentAuthorized",
                        "PaymentCaptured", "PaymentDeclined", "PaymentVoided", "PaymentRefunded",
                        "PaymentRefunded");
    }

    @Test
    void keepsToItsSchemas() {
        var events = order.all().stream().flatMap(state -> PaymentEvents.of(state).stream())
                .toList();

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("drivetrain.payments");
            assertThat(EventSchemas.violations(event.detailType(), event.detail())).isEmpty();
        });
    }

    @Test
    void givesTheSameEventTheSameIdEachTime() {
        assertThat(PaymentEvents.of(order.captured())).isEqualTo(PaymentEvents.of(order.captured()))
                .singleElement().extracting(OutgoingEvent::detail).isEqualTo(
                        """
                    {"metadata":{"eventId":"payments:order-1:3","schemaVersion":1,\
                    "occurredAt":"2026-11-21T10:15:30.120Z","correlationId":"flow-1","version":3},\
                    "data":{"orderId":"order-1","amount":{"minorUnits":12900,"currency":"EUR"}}}""");
    }
}
