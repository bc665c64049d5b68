package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import drivetrain.testing.FunctionRun;
import org.junit.jupiter.api.Test;

class CopyRepairTest {
    @Test
    void isToldInALineAndCountedInAMetric() {
        var function = new EventFunction(
                (_, log) -> new CopyRepair(new Sku("SRV-1"), 3, Drift.STALE).report(log));

        var run = FunctionRun.of((input, _, context) -> function.handle(input, context),
                "{\"id\":\"e-1\",\"detail\":{}}");

        assertThat(run.log()).anyMatch(line -> line.contains("\"CopyDrift\":1.0"))
                .anyMatch(line -> line.contains("\"message\":\"repaired\"")
                        && line.contains("\"sku\":\"SRV-1\"") && line.contains("\"version\":3")
                        && line.contains("\"drift\":\"STALE\""));
    }
}
