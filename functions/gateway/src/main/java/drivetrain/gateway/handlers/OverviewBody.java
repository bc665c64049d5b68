package drivetrain.gateway.handlers;

import drivetrain.gateway.domain.Missing;
import drivetrain.gateway.domain.Overview;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.RawJson;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** An overview, as {@code api/openapi.yaml} has it. */
@Json
record OverviewBody(@Json.Raw String order, @Json.Raw String payment, @Json.Raw String shipment,
        List<MissingPart> missing) {
    static final JsonType<OverviewBody> TYPE = JsonTypes.strict(OverviewBody.class);

    @Json
    record MissingPart(String part, Missing.Reason why) {
        static MissingPart of(Missing missing) {
            return new MissingPart(missing.part().word(), missing.reason());
        }
    }

    static OverviewBody of(Overview overview) {
        return new OverviewBody(RawJson.ascii(overview.order()),
                overview.payment().map(RawJson::ascii).orElse(null),
                overview.shipment().map(RawJson::ascii).orElse(null),
                overview.missing().stream().map(MissingPart::of).toList());
    }
}
