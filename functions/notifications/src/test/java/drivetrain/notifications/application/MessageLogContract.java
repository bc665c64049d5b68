package drivetrain.notifications.application;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.notifications.domain.Message;
import drivetrain.notifications.domain.NewsType;
import drivetrain.notifications.domain.Text;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every log of messages promises. */
public abstract class MessageLogContract {
    /** Empty. */
    protected abstract MessageLog log();

    @Test
    void addsOneMessageForEachEventOfAnOrder() {
        var log = log();

        assertThat(log.add(message("order-1", "orders:order-1:1", "first"))).isTrue();
        assertThat(log.add(message("order-1", "orders:order-1:1", "again"))).isFalse();
        assertThat(log.add(message("order-1", "orders:order-1:2", "first"))).isTrue();
        assertThat(log.add(message("order-2", "orders:order-1:1", "first"))).isTrue();
    }

    protected static Message message(String orderId, String eventId, String body) {
        return new Message(new OrderId(orderId), eventId, NewsType.ORDER_CONFIRMED,
                new Text("Subject", body), Instant.parse("2026-01-01T08:00:00Z"),
                new CorrelationId("test"));
    }
}
