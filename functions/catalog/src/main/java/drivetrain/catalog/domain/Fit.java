package drivetrain.catalog.domain;

import static drivetrain.catalog.domain.Rating.RATED_TORQUE_NM;
import static drivetrain.catalog.domain.Rating.SPEED_RPM;
import static drivetrain.catalog.domain.Rating.STALL_TORQUE_NM;
import static drivetrain.catalog.domain.Rating.VOLTAGE_V;

import java.util.Optional;

/**
 * How a product and a load go together. A product fits when all of this holds:
 *
 * <ul>
 * <li>It drives loads by itself: a servo or a brushless motor. All figures are at the output
 * shaft, so a gear ratio is in them already and nothing is converted by it.
 * <li>Its rated torque is {@value #TORQUE_FACTOR} times the load's or more. Reason: a motor's
 * torque constant varies by about 10 % from piece to piece, and the remanence of hot neodymium
 * magnets falls by about 0.1 % for each kelvin, so by 10 % from 20 °C to 120 °C; 1.1 × 1.1 is
 * 1.21, and 1.25 is the usual factor for machines without heavy shocks.
 * <li>Its stall torque is {@value #STALL_FACTOR} times the load's or more, so that as much torque
 * is left for getting the load moving as moving it takes.
 * <li>The supply is within {@value #VOLTAGE_TOLERANCE} of its rated voltage, the variation that
 * motors are commonly built for (NEMA MG 1, 12.44). A voltage under the rated one costs speed in
 * proportion, since a DC or brushless motor's speed is proportional to its voltage; one over it
 * isn't counted as a gain.
 * <li>Its speed at that supply is {@value #SPEED_FACTOR} times the load's or more, since a speed
 * controller at its limit can't correct any more.
 * <li>It speaks the bus, where one is asked for, and is within the budget, where there is one.
 * <li>It can be ordered.
 * </ul>
 *
 * @param torqueRatio its rated torque over the load's; 1.25 or more
 * @param speedRatio its speed at the supply's voltage over the load's; 1.1 or more
 */
record Fit(double torqueRatio, double speedRatio) {
    static final double TORQUE_FACTOR = 1.25;
    static final double STALL_FACTOR = 2.0;
    static final double SPEED_FACTOR = 1.1;
    static final double VOLTAGE_TOLERANCE = 0.1;

    /** Empty when the product can't carry the load, or isn't what was asked for. */
    static Optional<Fit> of(Product product, Load load) {
        if (!isAskedFor(product.sheet(), load)) {
            return Optional.empty();
        }
        Ratings ratings = product.sheet().ratings();
        var fit = new Fit(ratings.require(RATED_TORQUE_NM) / load.torqueNm(),
                speedAt(load.voltageV(), ratings) / load.speedRpm());
        boolean starts = ratings.require(STALL_TORQUE_NM) >= STALL_FACTOR * load.torqueNm();
        boolean carries = product.carriesNm() >= load.leastRatedTorqueNm()
                && fit.speedRatio >= SPEED_FACTOR;
        return starts && carries ? Optional.of(fit) : Optional.empty();
    }

    private static boolean isAskedFor(DataSheet sheet, Load load) {
        return sheet.active() && sheet.type().drivesLoads()
                && (load.bus().isEmpty() || load.bus().equals(sheet.bus()))
                && sheet.price().minorUnits() <= load.budgetMinorUnits().orElse(Long.MAX_VALUE)
                && suits(load.voltageV(), sheet.ratings().require(VOLTAGE_V));
    }

    private static boolean suits(double supplyV, double ratedV) {
        return Math.abs(supplyV - ratedV) <= VOLTAGE_TOLERANCE * ratedV;
    }

    private static double speedAt(double supplyV, Ratings ratings) {
        return ratings.require(SPEED_RPM) * Math.min(1, supplyV / ratings.require(VOLTAGE_V));
    }
}
