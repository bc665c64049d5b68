package drivetrain.catalog.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.catalog.application.InMemoryAvailabilities;
import drivetrain.catalog.application.ReconcileAvailability;
import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Sku;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReconcileAvailabilityHandlerTest {
    private static final Availability TOLD = new Availability(new Sku("SRV-2040-485"), 38, 2,
            Instant.parse("2026-01-01T08:05:00.250Z"));

    private final InMemoryAvailabilities availabilities = new InMemoryAvailabilities();
    private final ReconcileAvailabilityHandler handler = new ReconcileAvailabilityHandler(
            new ReconcileAvailability(availabilities));

    @Test
    void addsACopyThatIsMissingAndCountsIt() {
        var run = FunctionRun.of(handler, sample());

        assertThat(availabilities.find(TOLD.sku())).hasValue(TOLD);
        assertThat(run.log()).anyMatch(line -> line.contains("\"CopyDrift\":1"));
        assertThat(run.log()).anyMatch(line -> line.contains("\"drift\":\"MISSING\""));
    }

    @Test
    void countsNothingWhenTheCopyIsRight() {
        availabilities.keepIfNewer(TOLD);

        assertThat(FunctionRun.of(handler, sample()).log())
                .noneMatch(line -> line.contains("CopyDrift") || line.contains("drift"));
    }

    @Test
    void refusesAnEventThatIsNotForIt() {
        var other = sample().replace("StockRestated", "StockChanged");

        assertThatThrownBy(() -> FunctionRun.of(handler, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String sample() {
        return SampleEvents.read("catalog/ReconcileAvailability");
    }
}
