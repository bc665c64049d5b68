package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.lambda.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order's overview shows what can be had, and says what can't. */
@ExtendWith(SharedSystem.class)
class OverviewIT {
    /** What the function may take; API Gateway waits longer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** How a service is dead. */
    enum Death {
        CRASHES("UNAVAILABLE") {
            @Override
            void strike(Faults faults, String function) {
                faults.crashBefore(function, 1);
            }
        },
        LOSES_ITS_ANSWER("UNAVAILABLE") {
            @Override
            void strike(Faults faults, String function) {
                faults.crashAfter(function, 1);
            }
        },
        FAILS("UNAVAILABLE") {
            @Override
            void strike(Faults faults, String function) {
                faults.fail(function, "java.lang.NoClassDefFoundError", "gone", 1);
            }
        },
        IS_THROTTLED("UNAVAILABLE") {
            @Override
            void strike(Faults faults, String function) {
                faults.throttle(function, 1);
            }
        },
        IS_SILENT("TIMED_OUT") {
            @Override
            void strike(Faults faults, String function) {
                faults.delay(function, Duration.ofSeconds(9), 1);
            }
        };

        private final String why;

        Death(String why) {
            this.why = why;
        }

        abstract void strike(Faults faults, String function);
    }

    @Test
    void showsWhatTheServicesShow(Shop shop) {
        Order order = fulfilled(shop);

        JsonNode overview = overview(order).expect(200).body();

        assertThat(overview.path("order")).isEqualTo(order.view());
        assertThat(overview.path("payment")).isEqualTo(part(order, "payment"));
        assertThat(overview.path("shipment")).isEqualTo(part(order, "shipment"));
        assertThat(overview.path("missing")).isEqualTo(Http.JSON.createArrayNode());
    }

    @Test
    void saysThatARejectedOrderHasNoShipment(Shop shop) {
        Order order = shop.customer().place(OrderRequest.of(shop.product(12_900, 10), 1)
                .paidWith(OrderRequest.DECLINED)).await("REJECTED");

        JsonNode overview = overview(order).expect(200).body();

        assertThat(overview.at("/order/status").asText()).isEqualTo("REJECTED");
        assertThat(overview.path("missing").toString())
                .contains("{\"part\":\"shipment\",\"why\":\"NOT_FOUND\"}");
        assertThat(overview.has("shipment")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheOrderInTimeWhenEveryOtherServiceIsDead(Death death, LocalSystem system,
            Shop shop) {
        Order order = fulfilled(shop);
        overview(order).expect(200);
        death.strike(system.faults(), "GetPayment");
        death.strike(system.faults(), "GetShipment");

        Instant asked = Instant.now();
        Answer answer = overview(order);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(TIMEOUT);
        assertThat(answer.body().path("order")).isEqualTo(order.view());
        assertThat(answer.body().path("missing")).hasToString(("[{'part':'payment','why':'%s'},"
                + "{'part':'shipment','why':'%s'}]").formatted(death.why, death.why)
                .replace('\'', '"'));
        assertThat(answer.body().propertyStream().map(member -> member.getKey()))
                .containsExactlyInAnyOrder("order", "missing");
        assertThat(system.faults().left("GetPayment")).isZero();
        assertThat(overview(order).body().path("missing")).as("afterwards").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsNothingWhenOrdersAreDead(Death death, LocalSystem system, Shop shop) {
        Order order = fulfilled(shop);
        death.strike(system.faults(), "GetOrder");

        Answer answer = overview(order);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body().toString()).doesNotContain("payment", "shipment");
        assertThat(overview(order).status()).as("afterwards").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IS_SILENT")
    void hidesAnothersOrderWhateverIsDead(Death death, LocalSystem system, Shop shop) {
        Order order = fulfilled(shop);
        death.strike(system.faults(), "GetPayment");
        death.strike(system.faults(), "GetShipment");

        Answer answer = shop.customer().api().get("/orders/" + order.id() + "/overview");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().toString()).doesNotContain(order.id());
    }

    @Test
    void staffSeeEverybodysAndNobodySeesWhatThereIsNot(DrivetrainSystem system,
            Shop shop) {
        Order order = fulfilled(shop);
        Api staff = new Api(system.api(), system.token("carol", "staff"));

        assertThat(staff.get("/orders/" + order.id() + "/overview").expect(200).body()
                .path("missing")).isEmpty();
        assertThat(staff.get("/orders/" + UUID.randomUUID() + "/overview").status())
                .isEqualTo(404);
    }

    @Test
    void oneIdFollowsItIntoEveryService(LocalSystem system, Shop shop) {
        Order order = fulfilled(shop);
        String id = "overview-" + UUID.randomUUID();
        try (FunctionLines lines = system.listen()) {
            order.api().send(order.api().authorized("/orders/" + order.id() + "/overview")
                    .header("X-Correlation-Id", id).GET().build()).expect(200);

            Set<String> functions = lines.all().stream()
                    .filter(line -> line.correlationIds().contains(id))
                    .map(line -> line.function().replaceAll(".*-", ""))
                    .collect(Collectors.toSet());
            assertThat(functions).containsAll(
                    List.of("GetOrderOverview", "GetOrder", "GetPayment", "GetShipment"));
        }
    }

    private static Order fulfilled(Shop shop) {
        return shop.customer().place(OrderRequest.of(shop.product(12_900, 10), 1))
                .await("FULFILLED");
    }

    private static Answer overview(Order order) {
        return order.api().get("/orders/" + order.id() + "/overview");
    }

    private static JsonNode part(Order order, String name) {
        return order.api().get("/orders/" + order.id() + "/" + name).expect(200).body();
    }
}
