package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSchemasTest {
    private static final String GOOD = """
            {"metadata":{"eventId":"orders:o-1:7","schemaVersion":1,\
            "occurredAt":"2026-01-01T08:00:00Z","correlationId":"r-1","version":7},\
            "data":{"orderId":"o-1","customerId":"ada"}}""";

    @Test
    void takesWhatKeepsToItsSchema() {
        assertThat(EventSchemas.violations("OrderCancelled", GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"version\":7; \"version\":\"7\"",
            "orders:o-1:7; payments:o-1:7", "\"schemaVersion\":1; \"schemaVersion\":2",
            "\"schemaVersion\":1; \"schemaversion\":1", "08:00:00Z; 8 o'clock",
            "\"orderId\":\"o-1\",; ''", "\"ada\"; \"ada\",\"email\":\"ada@example.com\"",
            "}}; }"})
    void seesWhatDoesNot(String part, String other) {
        var broken = GOOD.replace(part, other);

        assertThat(broken).isNotEqualTo(GOOD);
        assertThat(EventSchemas.violations("OrderCancelled", broken)).isNotEmpty();
    }

    @Test
    void seesAnEventThatHasNoSchema() {
        assertThat(EventSchemas.violations("OrderEnchanted", GOOD))
                .containsExactly("there is no schema OrderEnchanted.v1.json");
    }
}
