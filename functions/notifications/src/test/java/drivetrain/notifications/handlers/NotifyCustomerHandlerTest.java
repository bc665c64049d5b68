package drivetrain.notifications.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.StorageUnavailable;
import drivetrain.notifications.application.InMemoryMessageLog;
import drivetrain.notifications.application.NotifyCustomer;
import drivetrain.notifications.domain.Message;
import drivetrain.notifications.domain.NewsType;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The function, with the sample events that anybody can send it. */
class NotifyCustomerHandlerTest {
    private final InMemoryMessageLog log = new InMemoryMessageLog();
    private final NotifyCustomerHandler handler = new NotifyCustomerHandler(
            new NotifyCustomer(log));

    @Test
    void recordsAMessageForEachEventOnce() {
        var first = FunctionRun.of(handler, sample("NotifyCustomer"));
        var again = FunctionRun.of(handler, sample("NotifyCustomer"));

        assertThat(first.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(again.output()).isEqualTo(first.output());
        assertThat(log.messages()).extracting(Message::type).containsExactly(
                NewsType.ORDER_PLACED, NewsType.PAYMENT_AUTHORIZED, NewsType.SHIPMENT_BOOKED);
        assertThat(log.messages().getFirst().text().body()).contains("258.00 EUR");
    }

    @Test
    void failsOnWhatItDoesNotKnowAndDoesTheRest() {
        var run = FunctionRun.of(handler, sample("NotifyCustomer-unknown-event"));

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":["
                + "{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000002\"},"
                + "{\"itemIdentifier\":\"00000000-0000-4000-8000-000000000003\"}]}");
        assertThat(run.log()).anyMatch(line -> line.contains("OrderRenamed"));
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void leavesAMessageInTheQueueWhileTheTableIsUnavailable() {
        var failing = new NotifyCustomerHandler(new NotifyCustomer(message -> {
            throw new StorageUnavailable("SentMessages: throttled");
        }));

        assertThat(FunctionRun.of(failing, sample("NotifyCustomer")).output())
                .contains("000000000001", "000000000002", "000000000003");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThatThrownBy(() -> new NotifyCustomerHandler(Map.of("AWS_REGION", "eu-central-1")))
                .hasMessageContaining("MESSAGES_TABLE");
    }

    private static String sample(String name) {
        return SampleEvents.read("notifications/" + name);
    }
}
