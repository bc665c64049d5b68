package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/**
 * The figures of the decision record about the overview: how long it takes by the workflow alone,
 * and through the API and a function. Run with {@code -Doverview.calls=500}.
 */
@ExtendWith(SharedSystem.class)
@EnabledIfSystemProperty(named = "overview.calls", matches = "[0-9]+")
class OverviewFiguresIT {
    private static final int CALLS = Integer.getInteger("overview.calls", 0);
    private static final int WARM_UP = 300;

    @Test
    void measuresTheWorkflowAloneAndThroughTheFunction(Shop shop) {
        Customer ada = shop.customer();
        Order order = ada.place(OrderRequest.of(shop.product(12_900, 10), 1))
                .await("FULFILLED");
        shop.sagas().awaitRest(order);
        String input = Http.JSON.createObjectNode().put("orderId", order.id())
                .put("customerId", ada.id()).put("scopes", "customer")
                .put("correlationId", "figures").toString();
        String workflow = shop.aws().workflow("OrderOverview");
        measure(Map.of("GET /orders/{id}, by the API and its function",
                () -> order.api().get("/orders/" + order.id()).expect(200),
                "the workflow alone, by StartSyncExecution",
                () -> assertThat(shop.aws().workflows().startSyncExecution(
                        request -> request.stateMachineArn(workflow).input(input)).status())
                        .isEqualTo(SyncExecutionStatus.SUCCEEDED),
                "GET /orders/{id}/overview, by the API, its function and the workflow",
                () -> order.api().get("/orders/" + order.id() + "/overview").expect(200)));
    }

    /** In turn, so that whatever else the machine does meets all alike. */
    private static void measure(Map<String, Runnable> calls) {
        Map<String, List<Long>> nanos = new TreeMap<>();
        for (int i = 0; i < WARM_UP + CALLS; i++) {
            boolean counts = i >= WARM_UP;
            calls.forEach((name, call) -> {
                long start = System.nanoTime();
                call.run();
                if (counts) {
                    nanos.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(System.nanoTime() - start);
                }
            });
        }
        nanos.forEach(OverviewFiguresIT::tell);
    }

    private static void tell(String name, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf("%s: median %.1f ms, p95 %.1f ms of %d calls%n", name,
                millis(sorted.get(CALLS / 2)), millis(sorted.get(CALLS * 95 / 100)), CALLS);
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
