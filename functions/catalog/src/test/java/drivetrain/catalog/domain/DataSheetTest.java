package drivetrain.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import drivetrain.kernel.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSheetTest {
    private static final Ratings SERVO = Samples.servo(2, 1, true).ratings();

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Ratings ratings = Ratings.none().with(Rating.VOLTAGE_V, 5_000.0)
                .with(Rating.SPEED_RPM, 60.0)
                .with(Rating.RATED_TORQUE_NM, 2.0);

        var violations = violations(" ", ProductType.SERVO, ratings, Optional.empty(), -5, null);

        assertThat(violations).extracting(Violation::field).containsExactlyInAnyOrder("name",
                "stallTorqueNm", "voltageV", "bus", "massGrams", "price");
        assertThat(violations).contains(new Violation("voltageV", "must be 1 to 1000 V"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 0, 1e9})
    void refusesFiguresOutOfTheirRange(double torque) {
        Ratings ratings = SERVO.with(Rating.RATED_TORQUE_NM, torque);

        assertThat(violations("Servo", ProductType.SERVO, ratings, Optional.of(FieldBus.CAN), 1,
                Samples.eur(1))).extracting(Violation::field).contains("ratedTorqueNm");
    }

    @Test
    void refusesAStallTorqueUnderTheRatedOne() {
        Ratings ratings = SERVO.with(Rating.STALL_TORQUE_NM, 1.9);

        assertThat(violations("Servo", ProductType.SERVO, ratings, Optional.of(FieldBus.CAN), 1,
                Samples.eur(1))).extracting(Violation::field).containsExactly("stallTorqueNm");
    }

    @Test
    void refusesFiguresThatMakeNoSenseForTheType() {
        assertThat(violations("Gearbox", ProductType.GEARBOX, SERVO, Optional.of(FieldBus.CAN), 1,
                Samples.eur(1))).extracting(Violation::field).containsExactly("voltageV", "bus");
        assertThat(violations("Controller", ProductType.CONTROLLER, SERVO,
                Optional.of(FieldBus.CAN), 1, Samples.eur(1))).extracting(Violation::field)
                .containsExactly("ratedTorqueNm", "stallTorqueNm", "speedRpm", "gearRatio");
    }

    @Test
    void letsAMotorHaveABusOrNone() {
        assertThat(violations("Motor", ProductType.BRUSHLESS_MOTOR, SERVO, Optional.empty(), 1,
                Samples.eur(1))).isEmpty();
        assertThat(violations("Motor", ProductType.BRUSHLESS_MOTOR, SERVO,
                Optional.of(FieldBus.CAN), 1, Samples.eur(1))).isEmpty();
    }

    @Test
    void sellsInOneCurrencyOnly() {
        assertThat(violations("Servo", ProductType.SERVO, SERVO, Optional.of(FieldBus.CAN), 1,
                new Money(1, "USD")))
                .containsExactly(new Violation("price/currency", "must be EUR"));
        assertThat(violations("Servo", ProductType.SERVO, SERVO, Optional.of(FieldBus.CAN), 1,
                Samples.eur(0))).extracting(Violation::field).containsExactly("price/minorUnits");
    }

    private static List<Violation> violations(String name, ProductType type, Ratings ratings,
            Optional<FieldBus> bus, int massGrams, Money price) {
        InvalidDataSheet invalid = catchThrowableOfType(InvalidDataSheet.class,
                () -> new DataSheet(name, type, ratings, bus, massGrams, price, true));
        return invalid == null ? List.of() : invalid.violations();
    }
}
