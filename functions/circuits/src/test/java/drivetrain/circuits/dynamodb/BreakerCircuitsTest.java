package drivetrain.circuits.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitTable;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.circuits.domain.CircuitName;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.Decision;
import drivetrain.kernel.CustomerId;
import drivetrain.testing.DynamoDbLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator's decisions in the real table, where the breakers keep their counts. */
class BreakerCircuitsTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private static final CircuitName NAME = new CircuitName("carrier", "shipments");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CustomerId ADA = new CustomerId("ada");
    private static final CircuitTable SETTINGS = CircuitTable.read("""
            {'carrier#shipments': {'windowMillis': 30000, 'minimumFailures': 5,
            'minimumCallers': 3, 'failureRate': 0.5, 'slowCallMillis': 4000,
            'openTimeMillis': 15000, 'openTimeCapMillis': 300000, 'probesToClose': 3,
            'probeLeaseMillis': 20000, 'successSample': 10}}""");

    private final DynamoDbCircuitStore store = new DynamoDbCircuitStore(DYNAMO_DB.client(),
            DYNAMO_DB.table("circuit"));
    private final BreakerCircuits circuits = new BreakerCircuits(store, SETTINGS);

    @Test
    void keepsADecisionBesideTheCountsUntilItIsTakenBack() {
        var untouched = new CircuitStatus(NAME, CircuitStatus.State.CLOSED, Optional.empty(),
                Optional.empty(), 0, Optional.empty());
        var decision = Decision.of(Decision.Mode.DISABLED, Duration.ofMinutes(10), "false alarms",
                ADA, NOW);
        assertThat(circuits.find(NAME, NOW)).contains(untouched);

        circuits.override(NAME, decision);
        store.countFailure(NAME.value(), 0, "caller", SETTINGS.settings(NAME.value()), NOW);

        assertThat(circuits.all(NOW)).singleElement().satisfies(status -> {
            assertThat(status.failures()).isEqualTo(1);
            assertThat(status.decision()).contains(decision);
        });
        assertThat(circuits.find(NAME, decision.until()).orElseThrow().decision())
                .as("expired").isEmpty();

        circuits.endOverride(NAME, ADA, NOW.plusSeconds(60));
        assertThat(circuits.find(NAME, NOW).orElseThrow().decision()).isEmpty();
    }

    @Test
    void knowsWhatIsSetAndNothingElse() {
        store.countFailure("carrier#gone", 0, "caller", SETTINGS.settings(NAME.value()), NOW);

        assertThat(circuits.all(NOW)).extracting(CircuitStatus::name).containsExactly(NAME);
        assertThat(circuits.find(new CircuitName("carrier", "gone"), NOW)).isEmpty();
    }
}
