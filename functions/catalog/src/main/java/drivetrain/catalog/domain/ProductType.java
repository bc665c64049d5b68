package drivetrain.catalog.domain;

import static drivetrain.catalog.domain.ProductType.Need.NONE;
import static drivetrain.catalog.domain.ProductType.Need.OPTIONAL;
import static drivetrain.catalog.domain.ProductType.Need.REQUIRED;

/** The kinds of components, and which figures each one's data sheet must or may hold. */
public enum ProductType {
    /** Motor, gears and electronics in one: it carries a load by itself. */
    SERVO,
    /** Carries a load; has a bus only if its electronics are built in. */
    BRUSHLESS_MOTOR,
    /** Passes torque on, and has none of its own. */
    GEARBOX,
    /** Electronics: nothing turns. */
    CONTROLLER;

    /** Whether something stands in a data sheet. */
    enum Need {
        REQUIRED, OPTIONAL, NONE
    }

    Need need(Rating rating) {
        return switch (this) {
            case SERVO, BRUSHLESS_MOTOR -> rating == Rating.GEAR_RATIO ? OPTIONAL : REQUIRED;
            case GEARBOX -> switch (rating) {
                case RATED_TORQUE_NM, GEAR_RATIO -> REQUIRED;
                case STALL_TORQUE_NM, SPEED_RPM -> OPTIONAL;
                case VOLTAGE_V -> NONE;
            };
            case CONTROLLER -> rating == Rating.VOLTAGE_V ? REQUIRED : NONE;
        };
    }

    Need bus() {
        return switch (this) {
            case SERVO, CONTROLLER -> REQUIRED;
            case BRUSHLESS_MOTOR -> OPTIONAL;
            case GEARBOX -> NONE;
        };
    }

    /** Whether it turns a load by itself. */
    public boolean drivesLoads() {
        return this == SERVO || this == BRUSHLESS_MOTOR;
    }
}
