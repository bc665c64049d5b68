package drivetrain.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.Shop;
import drivetrain.local.meter.Usage;
import drivetrain.states.history.EventType;
import drivetrain.states.history.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/** What one guarded call costs, as the local endpoint's meter counts it; printed as a table. */
@TestMethodOrder(OrderAnnotation.class)
class GuardedCallCostIT {
    private static final String CIRCUIT = "payment-provider#settle";
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TABLE = new ArrayList<>();

    private static LocalSystem system;
    private static Shop shop;

    /** Of one call: the states it went through, and what it used. */
    private record Cost(long transitions, long reads, long writes, long invocations) {}

    @BeforeAll
    static void start() {
        system = LocalSystem.start();
        shop = new Shop(system);
        call(true); // A function's first call is slow, and slow calls count as failures.
        shop.circuits().forget();
    }

    @AfterAll
    static void printAndStop() {
        System.out.println("\n| a guarded call, circuit | states | reads | writes | Lambda"
                + " invocations |\n| --- | --- | --- | --- | --- |");
        TABLE.forEach(System.out::println);
        system.close();
    }

    @Test
    @Order(1)
    void closedCostsOneReadAndNoWrite() {
        assertThat(cost("closed, healthy", true)).isEqualTo(new Cost(6, 1, 0, 1));
    }

    @Test
    @Order(2)
    void aFailureCostsOneWrite() {
        system.faults().fail("VoidPayment", "drivetrain.kernel.DependencyUnavailable", "down", 1);

        Cost cost = cost("closed, the call fails", false);

        assertThat(cost.reads()).isEqualTo(1);
        assertThat(cost.writes()).isEqualTo(1);
        assertThat(cost.invocations()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void openCostsOneReadAndNoInvocation() {
        put("OPEN", Map.of("openUntil", number(Instant.now().plusSeconds(60).toEpochMilli())));

        assertThat(cost("open", true)).isEqualTo(new Cost(4, 1, 0, 0));
    }

    @Test
    @Order(4)
    void aProbeCostsTwoWrites() {
        put("OPEN", Map.of("openUntil", number(1)));

        Cost cost = cost("open, a good probe", true);

        assertThat(cost.reads()).isEqualTo(1);
        assertThat(cost.writes()).isEqualTo(2);
        assertThat(cost.invocations()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void aBadProbeCostsTwoWrites() {
        put("OPEN", Map.of("openUntil", number(1)));
        system.faults().fail("VoidPayment", "drivetrain.kernel.DependencyTimeout", "silent", 1);

        Cost cost = cost("open, a bad probe", false);

        assertThat(cost.writes()).isEqualTo(2);
        assertThat(cost.invocations()).isEqualTo(1);
    }

    private static void put(String state, Map<String, AttributeValue> more) {
        shop.circuits().put(CIRCUIT, state, more);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static Cost cost(String name, boolean succeeds) {
        system.meter().reset();
        List<HistoryEvent> history = call(succeeds);
        Cost cost = new Cost(count(history, GuardedCallCostIT::isStateEntered), metered("GetItem"),
                metered("UpdateItem"), count(history, GuardedCallCostIT::isInvocation));
        TABLE.add("| %s | %d | %d | %d | %d |".formatted(name, cost.transitions(), cost.reads(),
                cost.writes(), cost.invocations()));
        return cost;
    }

    private static long metered(String operation) {
        return system.meter().usage().stream().filter(usage -> usage.operation().equals(operation)
                && usage.caller().contains("GuardedCall")).mapToLong(Usage::calls).sum();
    }

    private static long count(List<HistoryEvent> history, Predicate<HistoryEvent> what) {
        return history.stream().filter(what).count();
    }

    private static boolean isStateEntered(HistoryEvent event) {
        return event.type().name().endsWith("StateEntered");
    }

    private static boolean isInvocation(HistoryEvent event) {
        return event.type() == EventType.TaskScheduled
                && event.detail("resourceType").asText().equals("lambda");
    }

    private static List<HistoryEvent> call(boolean succeeds) {
        String function = GuardedFunction.arn(shop, "VoidPayment");
        ObjectNode input = JSON.createObjectNode().put("circuit", CIRCUIT)
                .put("caller", UUID.randomUUID().toString()).put("functionName", function);
        input.putObject("payload").put("orderId", UUID.randomUUID().toString())
                .put("correlationId", "cost");
        var answer = shop.aws().workflows().startSyncExecution(start -> start
                .stateMachineArn(shop.aws().workflow("GuardedCall")).input(input.toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(
                succeeds ? SyncExecutionStatus.SUCCEEDED : SyncExecutionStatus.FAILED);
        return system.history(answer.executionArn());
    }
}
