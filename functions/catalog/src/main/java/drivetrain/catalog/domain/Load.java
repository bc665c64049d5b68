package drivetrain.catalog.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a buyer wants to move.
 *
 * @param torqueNm what the shaft must carry continuously
 * @param speedRpm what the shaft must turn under that torque
 * @param voltageV of the supply at hand
 * @param bus of the controls at hand; empty when any will do
 * @param budgetMinorUnits the most that it may cost, in {@value DataSheet#CURRENCY}
 */
public record Load(double torqueNm, double speedRpm, double voltageV, Optional<FieldBus> bus,
        OptionalLong budgetMinorUnits) {
    public Load {
        require(Rating.RATED_TORQUE_NM, "torqueNm", torqueNm);
        require(Rating.SPEED_RPM, "speedRpm", speedRpm);
        require(Rating.VOLTAGE_V, "voltageV", voltageV);
        requireNonNull(bus, "bus");
        requireNonNull(budgetMinorUnits, "budgetMinorUnits");
    }

    /** The least rated torque that carries it, in N·m; see {@link Fit}. */
    public double leastRatedTorqueNm() {
        return Fit.TORQUE_FACTOR * torqueNm;
    }

    private static void require(Rating rating, String name, double value) {
        if (!rating.allows(value)) {
            throw new IllegalArgumentException(name + " " + rating.range());
        }
    }
}
