package drivetrain.shipping.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.CircuitObserver;
import drivetrain.circuitbreaker.CircuitSettings;
import drivetrain.circuitbreaker.CircuitStore;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.circuitbreaker.InMemoryCircuitStore;
import drivetrain.lambda.AwsClients;
import drivetrain.shipping.application.CarrierGuard;
import drivetrain.shipping.application.FakeCarrier;
import drivetrain.shipping.application.QuoteShipping;
import drivetrain.shipping.circuits.CarrierCircuit;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import drivetrain.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quotes while the carrier fails, is known to fail, and recovers. */
class QuoteShippingCircuitTest {
    private static final CircuitSettings SETTINGS = CircuitSettings.defaults();

    private final FakeCarrier carrier = new FakeCarrier();
    private final CircuitStore circuits = new InMemoryCircuitStore();
    private final TestClock clock = TestClock.at("2026-11-21T10:00:00Z");

    @Test
    void passesTheCarriersFaultsOnAndAsksItNoMoreOnceSeveralCustomersSawThem() throws IOException {
        carrier.goDown();
        for (int call = 0; call < SETTINGS.minimumFailures(); call++) {
            assertThat(quoteFor("customer-" + call, circuits).output())
                    .contains("\"statusCode\":503").contains("\"Retry-After\":\"1\"");
        }
        assertThat(carrier.timesAsked()).isEqualTo(SETTINGS.minimumFailures());

        var refused = quoteFor("anybody", circuits);

        assertThat(carrier.timesAsked()).as("nobody asks").isEqualTo(SETTINGS.minimumFailures());
        assertThat(refused.output()).contains("\"statusCode\":503")
                .contains("application/problem+json").contains("isn't asked for now")
                .containsPattern("\"Retry-After\":\"([89]|1[0-5])\"");
        assertThat(refused.log()).anyMatch(line -> line.contains("\"CircuitRefused\":1.0")
                && line.contains("\"circuit\":\"" + CarrierGuard.NAME + "\""));
    }

    @Test
    void oneCustomerAloneCannotStopTheOthers() throws IOException {
        carrier.goDown();
        for (int call = 0; call < 50; call++) {
            quoteFor("the-one-customer", circuits);
        }
        carrier.heal();

        assertThat(quoteFor("another", circuits).output()).contains("\"statusCode\":200");
    }

    @Test
    void anAddressThatNobodyGoesToIsAnAnswer() throws IOException {
        for (int call = 0; call < 50; call++) {
            var nowhere = sample("customer-" + call).replace("Köln", FakeCarrier.NOWHERE);
            FunctionRun.of(handler(circuits), nowhere);
        }

        assertThat(circuits.load(CarrierGuard.NAME)).isEmpty();
    }

    @Test
    void quotesAgainOnceTheCarrierIsWell() throws IOException {
        carrier.goDown();
        for (int call = 0; call < SETTINGS.minimumFailures(); call++) {
            quoteFor("customer-" + call, circuits);
        }
        carrier.heal();
        clock.pass(SETTINGS.openTime());

        assertThat(quoteFor("prober", circuits).output()).contains("\"statusCode\":200");
    }

    @Test
    void quotesUnguardedAndSaysSoWhileTheTableIsOutOfReach() throws IOException {
        var unreachable = new DynamoDbCircuitStore(
                new AwsClients(Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "none",
                        "AWS_SECRET_ACCESS_KEY", "none", "AWS_ENDPOINT_URL", "http://127.0.0.1:1"))
                        .dynamoDb(),
                "Circuits");
        var started = System.nanoTime();

        var run = quoteFor("customer", unreachable);

        assertThat(run.output()).contains("\"statusCode\":200");
        assertThat(run.log()).anyMatch(line -> line.contains("\"CircuitUnguarded\":1.0")
                && line.contains("\"circuit\":\"" + CarrierGuard.NAME + "\""));
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("the client doesn't wait for the table").isLessThan(Duration.ofSeconds(5));
    }

    private FunctionRun quoteFor(String customer, CircuitStore store) throws IOException {
        return FunctionRun.of(handler(store), sample(customer));
    }

    private QuoteShippingHandler handler(CircuitStore store) {
        return new QuoteShippingHandler(
                new QuoteShipping(carrier, new CarrierCircuit(new CircuitBreaker(CarrierGuard.NAME,
                        SETTINGS, store, clock, new Random(7), CircuitObserver.NONE))));
    }

    private static String sample(String customer) throws IOException {
        return SampleEvents.read("shipping/QuoteShipping")
                .replace("\"customerId\": \"alice\"", "\"customerId\": \"" + customer + "\"");
    }
}
