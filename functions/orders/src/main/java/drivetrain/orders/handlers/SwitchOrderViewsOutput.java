package drivetrain.orders.handlers;

import drivetrain.lambda.TaskOutput;
import drivetrain.projection.Rebuild;
import io.avaje.jsonb.Json;
import java.util.Map;
import java.util.Optional;

/** What became of the new generation, and what comparing it with the live one had found. */
@Json
record SwitchOrderViewsOutput(String outcome, long compared, long differing, String liveChecksum,
        String builtChecksum) implements TaskOutput {
    private static final String SUPERSEDED = "SUPERSEDED";

    static SwitchOrderViewsOutput of(Optional<Rebuild> concluded) {
        return concluded.map(SwitchOrderViewsOutput::of)
                .orElseGet(() -> new SwitchOrderViewsOutput(SUPERSEDED, 0, 0, "", ""));
    }

    private static SwitchOrderViewsOutput of(Rebuild rebuild) {
        var comparison = rebuild.comparison();
        return new SwitchOrderViewsOutput(rebuild.status().name(), comparison.compared(),
                comparison.differing(), comparison.live().toString(),
                comparison.built().toString());
    }

    @Override
    public Map<String, ?> figures() {
        return Map.of("compared", compared, "differing", differing, "liveChecksum", liveChecksum,
                "builtChecksum", builtChecksum);
    }
}
