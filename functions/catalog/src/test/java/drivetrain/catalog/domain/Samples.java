package drivetrain.catalog.domain;

import drivetrain.kernel.Money;
import drivetrain.kernel.Sku;
import java.util.Optional;

/** Products to try things on. */
public final class Samples {
    private Samples() {}

    /** A servo at 24 V with 60 rpm, on RS-485, that stalls at thrice its rated torque. */
    public static Product servo(String sku, double ratedTorqueNm, long minorUnits) {
        return new Product(new Sku(sku), servo(ratedTorqueNm, minorUnits, true), 1);
    }

    public static DataSheet servo(double ratedTorqueNm, long minorUnits, boolean active) {
        return new DataSheet("Servo", ProductType.SERVO,
                turning(ratedTorqueNm, 60, 24).with(Rating.GEAR_RATIO, 30.0),
                Optional.of(FieldBus.RS485), 310, eur(minorUnits), active);
    }

    /** A motor without electronics. */
    public static Product motor(String sku, double ratedTorqueNm, double speedRpm,
            double voltageV) {
        return new Product(new Sku(sku),
                new DataSheet("Motor", ProductType.BRUSHLESS_MOTOR,
                        turning(ratedTorqueNm, speedRpm, voltageV), Optional.empty(), 900,
                        eur(20_000), true),
                1);
    }

    public static Product controller(String sku) {
        return new Product(new Sku(sku),
                new DataSheet("Controller", ProductType.CONTROLLER,
                        Ratings.none().with(Rating.VOLTAGE_V, 48.0),
                        Optional.of(FieldBus.ETHERCAT), 120, eur(9_900), true),
                1);
    }

    public static Product gearbox(String sku) {
        return new Product(new Sku(sku), new DataSheet("Gearbox", ProductType.GEARBOX,
                Ratings.none().with(Rating.RATED_TORQUE_NM, 50.0).with(Rating.GEAR_RATIO, 10.0),
                Optional.empty(), 2_000, eur(15_000), true), 1);
    }

    public static Money eur(long minorUnits) {
        return new Money(minorUnits, "EUR");
    }

    private static Ratings turning(double ratedTorqueNm, double speedRpm, double voltageV) {
        return Ratings.none().with(Rating.RATED_TORQUE_NM, ratedTorqueNm)
                .with(Rating.STALL_TORQUE_NM, 3 * ratedTorqueNm).with(Rating.SPEED_RPM, speedRpm)
                .with(Rating.VOLTAGE_V, voltageV);
    }
}
