package drivetrain.notifications.handlers;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.JsonTypes;
import drivetrain.notifications.application.NotifyCustomer.News;
import drivetrain.notifications.domain.Facts;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Optional;

/** What this service reads of the data of order, payment and shipment events. */
@Json
public record EventData(String orderId, Amount total, Amount amount, String reason,
        String carrier, String trackingCode, Instant deliveredAt) {
    private static final JsonType<EventData> TYPE = JsonTypes.tolerant(EventData.class);

    /** Minor units of a currency. */
    @Json
    public record Amount(long minorUnits, String currency) {
        private Money toMoney() {
            return new Money(minorUnits, currency);
        }
    }

    static News news(BusEvent event) {
        var detail = event.ours();
        var metadata = detail.metadata();
        return new News(event.detailType(), metadata.eventId(), metadata.occurredAt(),
                new CorrelationId(metadata.correlationId()), TYPE.fromJson(detail.data()).facts());
    }

    private Facts facts() {
        var money = Optional.ofNullable(amount).or(() -> Optional.ofNullable(total));
        return new Facts(new OrderId(orderId), money.map(Amount::toMoney),
                Optional.ofNullable(reason), Optional.ofNullable(carrier),
                Optional.ofNullable(trackingCode), Optional.ofNullable(deliveredAt));
    }
}
