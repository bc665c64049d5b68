package drivetrain.debugging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.acceptance.Answer;
import drivetrain.acceptance.Order;
import drivetrain.acceptance.OrderRequest;
import drivetrain.acceptance.Product;
import drivetrain.acceptance.RunningSystem;
import drivetrain.acceptance.Shop;
import drivetrain.debugging.Debugger.Breakpoint;
import drivetrain.debugging.Debugger.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** Holds threads of {@code ./start --debug} for longer than anything may take. */
class BreakpointIT {
    private static final Duration HOLD = DebuggedSystem.TASK_TIMEOUT.plusSeconds(1);
    private static final long PATIENCE_MILLIS = 60_000;
    private static final String CIRCUIT = "carrier#shipments";
    /** A probe may take half as long as it is held. */
    private static final String CIRCUITS = Stream
            .of("payment-provider#authorize", "payment-provider#settle", CIRCUIT)
            .map(circuit -> "'" + circuit + "': {'windowMillis': 10000, 'minimumFailures': 5,"
                    + " 'minimumCallers': 3, 'failureRate': 0.5, 'slowCallMillis': 2000,"
                    + " 'openTimeMillis': 300, 'openTimeCapMillis': 2000, 'probesToClose': 2,"
                    + " 'probeLeaseMillis': " + HOLD.toMillis() / 2 + ", 'successSample': 10}")
            .collect(Collectors.joining(", ", "{", "}"));

    private static DebuggedSystem system;
    private static RunningSystem doors;
    private static Debugger debugger;

    @BeforeAll
    static void start() throws Exception {
        system = DebuggedSystem.start(Map.of("CircuitSettings", CIRCUITS));
        doors = system.doors();
        debugger = Debugger.attach(system.debugPort());
        Shop shop = new Shop(doors);
        order(shop).await("FULFILLED"); // Loads the classes, which takes longer than the timeouts.
    }

    @AfterAll
    static void stop() {
        debugger.close();
        doors.close();
        system.close();
    }

    private static Order order(Shop shop) {
        Product servo = shop.product(12_900, 4);
        return shop.customer().place(OrderRequest.of(servo, 1));
    }

    private static void hold() throws InterruptedException {
        Thread.sleep(HOLD);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void aHeldTaskOfAWorkflowIsNeitherLateNorTriedAgain(Policy policy) throws Exception {
        Shop shop = new Shop(doors);
        try (Breakpoint breakpoint = debugger.stopIn(
                "drivetrain.inventory.application.ReserveStock", "reserve", policy)) {
            Order order = order(shop);
            breakpoint.awaitHold(PATIENCE_MILLIS);
            hold();
            breakpoint.goOn();

            order.await("FULFILLED");
            assertThat(breakpoint.hits()).as("runs of ReserveStock").isEqualTo(1);
            assertThat(troubles(shop, order)).isEmpty();
        }
    }

    /** What of an execution's history says that something failed, was late, or was tried again. */
    private static List<HistoryEventType> troubles(Shop shop, Order order) {
        String execution = shop.sagas().checkout(order).executionArn();
        List<HistoryEventType> types = shop.aws().workflows()
                .getExecutionHistoryPaginator(request -> request.executionArn(execution)).stream()
                .flatMap(page -> page.events().stream()).map(event -> event.type()).toList();
        assertThat(types).contains(HistoryEventType.EXECUTION_SUCCEEDED)
                .filteredOn(HistoryEventType.TASK_SCHEDULED::equals)
                .hasSameSizeAs(types.stream().filter(HistoryEventType.TASK_STATE_ENTERED::equals)
                        .toList());
        return types.stream().filter(type -> type.toString().endsWith("Failed")
                || type.toString().endsWith("TimedOut")).toList();
    }

    @Test
    void aHeldProbeKeepsItsLease() throws Exception {
        Shop shop = new Shop(doors);
        quote(shop).expect(200);
        shop.circuits().put(CIRCUIT, "OPEN", Map.of("openUntil", AttributeValue.fromN("1")));
        try (Breakpoint breakpoint = debugger.stopIn("drivetrain.shipping.http.EasyPostCarrier",
                "quote", Policy.THREAD)) {
            CompletableFuture<Answer> probe = CompletableFuture.supplyAsync(() -> quote(shop));
            breakpoint.awaitHold(PATIENCE_MILLIS);
            hold();
            assertThat(quote(shop).status()).as("while the probe is held").isEqualTo(503);
            breakpoint.goOn();

            assertThat(probe.join().status()).isEqualTo(200);
            assertThat(breakpoint.hits()).as("probes").isEqualTo(1);
        }
    }

    private static Answer quote(Shop shop) {
        var body = JsonNodeFactory.instance.objectNode().put("massGrams", 820);
        body.putObject("shipTo").put("name", "Ada Byron").put("street1", "Ring 1")
                .put("city", "Köln").put("postalCode", "50667").put("country", "DE");
        return shop.customer().api().post("/shipping/quotes", body);
    }

    @Test
    void theScreenSaysHowToAttachAsVisualStudioCodeWaitsFor() throws Exception {
        assertThat(system.screen())
                .contains("A debugger attaches to port " + system.debugPort());
        assertThat(LaunchConfigurationsTest.endOfStart().matcher(system.screen()).find()).isTrue();
    }
}
