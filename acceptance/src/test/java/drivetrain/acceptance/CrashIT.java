package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Each task of each saga dies once before and once after its effect; the books balance anyway. */
@ExtendWith(SharedSystem.class)
class CrashIT {
    private static final int MORE_THAN_EVER_TRIED = 1_000;

    /** Its environment dies, and the effect of the call is lost or only its answer. */
    enum Crash {
        BEFORE_ITS_EFFECT, AFTER_ITS_EFFECT;

        void strike(LocalSystem system, String function, int invocations) {
            switch (this) {
                case BEFORE_ITS_EFFECT -> system.faults().crashBefore(function, invocations);
                case AFTER_ITS_EFFECT -> system.faults().crashAfter(function, invocations);
            }
        }
    }

    /** Everything that leads to a task of a saga. */
    enum Story {
        FULFILLED {
            @Override
            void play(Shop shop, Product product) {
                shop.customer().place(OrderRequest.of(product, 2)).await("FULFILLED");
            }
        },
        DECLINED {
            @Override
            void play(Shop shop, Product product) {
                shop.customer().place(OrderRequest.of(product, 2)
                        .paidWith(OrderRequest.DECLINED)).await("REJECTED");
            }
        },
        COMPENSATED {
            @Override
            void play(Shop shop, Product product) {
                // More than the task is tried, so that the checkout gives up and compensates.
                shop.system().payments().failNext(5, "create", 503);
                shop.customer().place(OrderRequest.of(product, 2)).await("REJECTED");
                shop.system().payments().heal();
            }
        },
        CANCELLED_BEFORE_THE_PIVOT {
            @Override
            void play(Shop shop, Product product) {
                Order order = Cancelling.beforeThePivot(shop, product);
                order.await("CANCELLED");
            }
        },
        CANCELLED_AFTER_THE_PIVOT {
            @Override
            void play(Shop shop, Product product) {
                Order order = shop.customer().place(OrderRequest.of(product, 2))
                        .await("FULFILLED");
                order.cancel().expect(202);
                order.await("CANCELLED");
            }
        },
        CANCELLED_TOO_LATE {
            @Override
            void play(Shop shop, Product product) {
                Order order = shop.customer().place(OrderRequest.of(product, 2))
                        .await("FULFILLED");
                shop.system().carrier().moveParcel(order.id(), "in_transit").expect(200);
                order.cancel().expect(202);
                order.awaitEvent("CancellationDeclined");
            }
        };

        abstract void play(Shop shop, Product product);
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                arguments(Story.FULFILLED,
                        List.of("ReserveStock", "AuthorizePayment", "ConfirmOrder",
                                "CapturePayment", "CommitStock", "BookShipment", "FulfilOrder")),
                arguments(Story.DECLINED, List.of("ReleaseStock", "RejectOrder")),
                arguments(Story.COMPENSATED, List.of("VoidPayment", "ReleaseStock",
                        "RejectOrder")),
                arguments(Story.CANCELLED_BEFORE_THE_PIVOT,
                        List.of("VoidPayment", "ReleaseStock", "CancelOrder")),
                arguments(Story.CANCELLED_AFTER_THE_PIVOT,
                        List.of("CancelShipment", "RefundPayment", "ReleaseStock",
                                "CancelOrder")),
                arguments(Story.CANCELLED_TOO_LATE, List.of("DeclineCancellation")))
                .flatMap(story -> ((List<?>) story.get()[1]).stream()
                        .flatMap(task -> Stream.of(Crash.values())
                                .map(crash -> arguments(story.get()[0], task, crash))));
    }

    @ParameterizedTest(name = "{0}: {1} crashes {2}")
    @MethodSource("tasks")
    void aTaskThatCrashesIsTriedAgainAndTakesEffectOnce(Story story, String task, Crash crash,
            LocalSystem system, Shop shop) {
        Product servo = shop.product(12_900, 10);
        crash.strike(system, task, 1);

        story.play(shop, servo);

        assertThat(system.faults().left(task)).as("crashes of %s still to come", task).isZero();
        assertThat(shop.books().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPivotThatNeverAnswersIsSettledByTheOrdersLog(Crash crash, LocalSystem system,
            Shop shop) {
        Product servo = shop.product(12_900, 10);
        crash.strike(system, "ConfirmOrder", 5);

        Order order = shop.customer().place(OrderRequest.of(servo, 2));

        order.await(crash == Crash.BEFORE_ITS_EFFECT ? "REJECTED" : "FULFILLED");
        assertThat(system.faults().left("ConfirmOrder")).isZero();
        assertThat(shop.books().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReserveStock", "AuthorizePayment"})
    void aTaskBeforeThePivotThatNeverAnswersIsCompensated(String task, LocalSystem system,
            Shop shop) {
        Product servo = shop.product(12_900, 10);
        Crash.AFTER_ITS_EFFECT.strike(system, task, MORE_THAN_EVER_TRIED);

        shop.customer().place(OrderRequest.of(servo, 2)).await("REJECTED");

        assertThat(system.faults().left(task)).as("crashes of %s still to come", task)
                .isBetween(1, MORE_THAN_EVER_TRIED - 2);
        assertThat(shop.books().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CapturePayment", "CommitStock", "BookShipment", "FulfilOrder"})
    void aTaskAfterThePivotThatNeverAnswersIsParkedAndRedriven(String task, LocalSystem system,
            Shop shop, Redrives operator) {
        Product servo = shop.product(12_900, 10);
        Crash.AFTER_ITS_EFFECT.strike(system, task, MORE_THAN_EVER_TRIED);
        Order order = shop.customer().place(OrderRequest.of(servo, 2));
        assertThat(shop.sagas().awaitCheckout(order)).isEqualTo(ExecutionStatus.FAILED);
        assertThat(system.faults().left(task)).as("crashes of %s still to come", task)
                .isBetween(1, MORE_THAN_EVER_TRIED - 2);
        system.faults().clear();

        operator.redrive(order);

        order.await("FULFILLED");
        assertThat(shop.books().problems()).isEmpty();
    }
}
