package drivetrain.catalog.domain;

import static drivetrain.catalog.domain.Samples.controller;
import static drivetrain.catalog.domain.Samples.gearbox;
import static drivetrain.catalog.domain.Samples.motor;
import static drivetrain.catalog.domain.Samples.servo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {
    /** 1 N·m at 40 rpm, from 24 V. */
    private static final Load LOAD = load(1, 40, 24);

    @Test
    void leavesOutWhatIsTooWeakForTheLoadWithItsReserve() {
        assertThat(skus(LOAD, servo("TOO-WEAK", 1.24, 1), servo("JUST-SO", 1.25, 1)))
                .containsExactly("JUST-SO");
    }

    @Test
    void leavesOutWhatCannotStartTheLoad() {
        var sheet = servo("X", 1.5, 1).sheet();
        var weakStart = new DataSheet("Weak start", sheet.type(),
                sheet.ratings().with(Rating.STALL_TORQUE_NM, 1.99), sheet.bus(), 1, sheet.price(),
                true);

        assertThat(skus(LOAD, new Product(new Sku("WEAK"), weakStart, 1))).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooSlowAtTheVoltageAtHand() {
        Product motor = motor("M", 2, 44, 24);

        assertThat(skus(LOAD, motor)).containsExactly("M");
        assertThat(skus(load(1, 40, 23), motor)).isEmpty();
        assertThat(skus(load(1, 40.1, 24), motor)).isEmpty();
        assertThat(skus(load(1, 40.1, 26), motor)).isEmpty();
    }

    @Test
    void leavesOutWhatTheSupplyDoesNotSuit() {
        Product motor = motor("M", 2, 400, 24);

        assertThat(skus(load(1, 40, 21.5), motor)).isEmpty();
        assertThat(skus(load(1, 40, 21.7), motor)).containsExactly("M");
        assertThat(skus(load(1, 40, 26.3), motor)).containsExactly("M");
        assertThat(skus(load(1, 40, 26.5), motor)).isEmpty();
    }

    @Test
    void leavesOutWhatDoesNotTurnByItselfOrCannotBeOrdered() {
        var old = new Product(new Sku("OLD"), Samples.servo(2, 1, false), 1);

        assertThat(skus(LOAD, gearbox("G"), controller("C"), old)).isEmpty();
    }

    @Test
    void asksForTheBusAndTheBudget() {
        Product motor = motor("NO-BUS", 2, 60, 24);
        Product servo = servo("RS485", 2, 12_900);
        var onRs485 = new Load(1, 40, 24, Optional.of(FieldBus.RS485), OptionalLong.empty());
        var onCan = new Load(1, 40, 24, Optional.of(FieldBus.CAN), OptionalLong.empty());
        var cheap = new Load(1, 40, 24, Optional.empty(), OptionalLong.of(12_899));

        assertThat(skus(onRs485, motor, servo)).containsExactly("RS485");
        assertThat(skus(onCan, motor, servo)).isEmpty();
        assertThat(skus(cheap, motor, servo)).isEmpty();
    }

    @Test
    void prefersTwiceTheLoadToLessAndToMoreAtTheSamePrice() {
        assertThat(skus(LOAD, servo("FIVE", 5, 9_900), servo("TWO", 2, 9_900),
                servo("LITTLE", 1.3, 9_900))).containsExactly("TWO", "LITTLE", "FIVE");
    }

    @Test
    void weighsPriceAgainstFit() {
        assertThat(skus(LOAD, servo("FITS-BEST", 2, 20_000), servo("CHEAPEST", 1.6, 10_000)))
                .containsExactly("CHEAPEST", "FITS-BEST");
    }

    @Test
    void saysWhy() {
        var load = new Load(1, 40, 24, Optional.of(FieldBus.RS485), OptionalLong.of(20_000));

        var best = Ranking.of(load, List.of(servo("A", 2, 12_900), servo("B", 4.5, 15_000)), 9);

        assertThat(best.getFirst()).isEqualTo(new Recommendation(servo("A", 2, 12_900), 1, 1,
                0.5,
                List.of("Carries 2 N·m continuously, 2 times the load.",
                        "Turns 60 rpm at 24 V, 1.5 times the speed asked for.", "Speaks RS-485.",
                        "Within the budget.",
                        "At 129.00 EUR the cheapest that carries this load.")));
        assertThat(best.getLast().reasons()).contains("Larger than the load needs.",
                "Costs 150.00 EUR.");
        assertThat(best.getLast().score()).isEqualTo(0.722);
    }

    @Test
    void doesNotDependOnTheOrderOfTheCandidates() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<Product> candidates = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            candidates.add(servo("S-" + n, 1 + random.nextInt(40) / 10.0,
                    10_000 + 1_000 * random.nextInt(5)));
        }
        var ranked = Ranking.of(LOAD, candidates, 20);

        Collections.shuffle(candidates, random);

        assertThat(Ranking.of(LOAD, candidates, 20)).as("seed %d", seed).isEqualTo(ranked)
                .hasSize(20).isSortedAccordingTo(
                        (one, other) -> Double.compare(other.score(), one.score()))
                .allSatisfy(best -> assertThat(best.score()).isBetween(0.0, 1.0));
    }

    @Test
    void refusesALoadThatMakesNoSense() {
        assertThatThrownBy(() -> load(0, 40, 24)).hasMessageContaining("torqueNm");
        assertThatThrownBy(() -> load(1, Double.NaN, 24)).hasMessageContaining("speedRpm");
        assertThatThrownBy(() -> load(1, 40, 1_001)).hasMessageContaining("voltageV");
    }

    private static List<String> skus(Load load, Product... candidates) {
        return Ranking.of(load, Arrays.asList(candidates), 9).stream()
                .map(best -> best.product().sku().value()).toList();
    }

    private static Load load(double torqueNm, double speedRpm, double voltageV) {
        return new Load(torqueNm, speedRpm, voltageV, Optional.empty(), OptionalLong.empty());
    }
}
