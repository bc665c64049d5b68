package drivetrain.gateway.stepfunctions;

import drivetrain.gateway.domain.Missing;
import drivetrain.gateway.domain.Overview;
import drivetrain.gateway.domain.Part;
import drivetrain.kernel.DependencyUnavailable;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * What the workflow {@code order-overview} answers.
 *
 * @param error with {@code UNAVAILABLE}: how orders failed
 */
@Json
record OverviewOutput(Outcome outcome, @Json.Raw String order, @Json.Raw String payment,
        @Json.Raw String shipment, List<MissingPart> missing, String error) {

    enum Outcome {
        FOUND, NOT_FOUND, UNAVAILABLE
    }

    @Json
    record MissingPart(String part, Missing.Reason why, String error) {
        Missing toMissing() {
            return new Missing(Part.of(part), why, error);
        }
    }

    Optional<Overview> toOverview() {
        return switch (outcome) {
            case FOUND -> Optional.of(new Overview(order, Optional.ofNullable(payment),
                    Optional.ofNullable(shipment),
                    missing.stream().map(MissingPart::toMissing).toList()));
            case NOT_FOUND -> Optional.empty();
            case UNAVAILABLE -> throw new DependencyUnavailable("orders: " + error);
        };
    }
}
