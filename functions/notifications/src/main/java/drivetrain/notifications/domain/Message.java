package drivetrain.notifications.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.time.Instant;

/**
 * One message to the customer of an order.
 *
 * @param eventId of the event that it tells of; there is one message for each
 * @param occurredAt when that happened
 */
public record Message(OrderId orderId, String eventId, NewsType type, Text text,
        Instant occurredAt, CorrelationId correlationId) {
    public Message {
        requireNonNull(orderId, "orderId");
        requireNonNull(type, "type");
        requireNonNull(text, "text");
        requireNonNull(occurredAt, "occurredAt");
        requireNonNull(correlationId, "correlationId");
        if (eventId == null || eventId.isBlank()) {
            throw new IllegalArgumentException("a message needs an event id");
        }
    }
}
