package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class SpokenEventsTest {
    private final SpokenEvents spoken = new SpokenEvents();

    @Test
    void holdsEventsOfOursToTheirSchemas() throws JsonProcessingException {
        hear("drivetrain.orders", "OrderCancelled", "\"ada\"");

        assertThat(spoken.types()).containsExactly("OrderCancelled");
        assertThat(spoken.violations()).isEmpty();
    }

    @Test
    void seesAnEventThatBreaksItsSchemaOrHasNone() throws JsonProcessingException {
        hear("drivetrain.orders", "OrderCancelled", "17");
        hear("drivetrain.orders", "OrderEnchanted", "\"ada\"");

        assertThat(spoken.violations()).hasSize(2);
    }

    @Test
    void leavesEventsOfOthersAlone() throws JsonProcessingException {
        hear("aws.states", "Step Functions Execution Status Change", "17");

        assertThat(spoken.types()).isEmpty();
        assertThat(spoken.violations()).isEmpty();
    }

    private void hear(String source, String type, String customer)
            throws JsonProcessingException {
        spoken.hear(Http.JSON.readTree("""
                {"source": "%s", "detail-type": "%s", "detail": {
                  "metadata": {"eventId": "orders:o-1:7", "schemaVersion": 1, "version": 7,
                    "occurredAt": "2026-01-01T08:00:00Z", "correlationId": "r-1"},
                  "data": {"orderId": "o-1", "customerId": %s}}}
                """.formatted(source, type, customer)));
    }
}
