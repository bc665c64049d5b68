package drivetrain.notifications.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.notifications.domain.Facts;
import drivetrain.notifications.domain.Message;
import drivetrain.notifications.domain.NewsType;
import drivetrain.notifications.domain.Text;
import java.time.Instant;

/**
 * Puts an event into words and records them. Idempotent by event: however often an event comes,
 * and in whatever order, its customer is told once.
 */
public final class NotifyCustomer {
    private final MessageLog log;

    public NotifyCustomer(MessageLog log) {
        this.log = log;
    }

    /**
     * Tells the customer of an event.
     *
     * @throws UnknownEvent when there is no text for it
     * @throws IllegalArgumentException when it lacks a fact that its text needs
     */
    public Outcome tell(News news) {
        var type = NewsType.of(news.eventName()).orElseThrow(
                () -> new UnknownEvent(news.eventName()));
        var facts = news.facts();
        var message = new Message(facts.orderId(), news.eventId(), type, Text.about(type, facts),
                news.occurredAt(), news.correlationId());
        return log.add(message) ? Outcome.RECORDED : Outcome.KNOWN;
    }

    /** Whether the customer learns something. */
    public enum Outcome {
        RECORDED, KNOWN
    }

    /** An event as it came, of whatever type. */
    public record News(String eventName, String eventId, Instant occurredAt,
            CorrelationId correlationId, Facts facts) {}
}
