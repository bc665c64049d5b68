package drivetrain.catalog.handlers;

import drivetrain.catalog.domain.DataSheet;
import drivetrain.catalog.domain.FieldBus;
import drivetrain.catalog.domain.InvalidDataSheet;
import drivetrain.catalog.domain.ProductType;
import drivetrain.catalog.domain.Rating;
import drivetrain.catalog.domain.Ratings;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.Optional;

/** A data sheet as staff send it; what the type doesn't need is left out. */
@Json
record ProductBody(String name, ProductType type, Double ratedTorqueNm, Double stallTorqueNm,
        Double speedRpm, Double voltageV, Double gearRatio, FieldBus bus, int massGrams,
        MoneyBody price, Boolean active) {
    static final JsonType<ProductBody> TYPE = JsonTypes.strict(ProductBody.class);

    /** The data sheet; a {@link BadRequest} (400, 422) says all that is wrong with it. */
    DataSheet toSheet() {
        try {
            return new DataSheet(name, type, ratings(), Optional.ofNullable(bus), massGrams,
                    price == null ? null : price.toMoney(), requireActive());
        } catch (InvalidDataSheet invalid) {
            throw new BadRequest(Problem.unprocessable("The data sheet isn't right.",
                    invalid.violations().stream()
                            .map(violation -> new Problem.Violation("/" + violation.field(),
                                    violation.detail()))
                            .toList()));
        } catch (IllegalArgumentException malformed) {
            throw new BadRequest(Problem.badRequest(malformed.getMessage()));
        }
    }

    private Ratings ratings() {
        return Ratings.none().with(Rating.RATED_TORQUE_NM, ratedTorqueNm)
                .with(Rating.STALL_TORQUE_NM, stallTorqueNm).with(Rating.SPEED_RPM, speedRpm)
                .with(Rating.VOLTAGE_V, voltageV).with(Rating.GEAR_RATIO, gearRatio);
    }

    private boolean requireActive() {
        if (active == null) {
            throw new IllegalArgumentException("active is missing");
        }
        return active;
    }
}
