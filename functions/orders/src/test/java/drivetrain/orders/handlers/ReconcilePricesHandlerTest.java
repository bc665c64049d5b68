package drivetrain.orders.handlers;

import static drivetrain.orders.Samples.SERVO;
import static drivetrain.orders.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.orders.application.InMemoryStores;
import drivetrain.orders.application.PriceStore;
import drivetrain.orders.application.ReconcilePrices;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconcilePricesHandlerTest {
    private final PriceStore prices = new InMemoryStores().stores().prices();
    private final ReconcilePricesHandler handler = new ReconcilePricesHandler(
            new ReconcilePrices(prices));

    @Test
    void repairsACopyThatMissedAChangeAndCountsIt() {
        prices.save(servo(2));

        var run = FunctionRun.of(handler, sample());

        assertThat(prices.find(Set.of(SERVO))).containsEntry(SERVO, servo(3));
        assertThat(run.log()).anyMatch(line -> line.contains("\"CopyDrift\":1"));
        assertThat(run.log()).anyMatch(line -> line.contains("\"drift\":\"STALE\""));
    }

    @Test
    void countsNothingWhenTheCopyIsRight() {
        prices.save(servo(3));

        assertThat(FunctionRun.of(handler, sample()).log())
                .noneMatch(line -> line.contains("CopyDrift") || line.contains("drift"));
        assertThat(prices.find(Set.of(SERVO))).containsEntry(SERVO, servo(3));
    }

    private static String sample() {
        return SampleEvents.read("orders/ReconcilePrices");
    }
}
