package drivetrain.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.payments.application.FakeProvider.Money;
import drivetrain.payments.application.World.Crash;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crashes and other commands between every two calls that a command makes. */
class InterruptionsTest {
    private static final int MOST_CALLS = 40;

    @Test
    void aCrashAnywhereInAuthorizeAndCaptureTakesTheAmountOnce() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World("pm_card_visa");
            crashAt(world, place);

            untilItWorks(world, World::authorize);
            untilItWorks(world, World::capture);

            assertThat(world.bank.books().values()).as("crash at %d", place)
                    .containsExactly(Money.TAKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashAnywhereInAReversalLeavesNothingHeldOrTaken(boolean captured) {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World("pm_card_visa");
            world.authorize();
            if (captured) {
                world.capture();
            }
            crashAt(world, place);

            var outcome = untilItWorks(world, World::reverse);

            assertThat(outcome).as("crash at %d", place).isEqualTo(captured
                    ? ReversePayment.Outcome.REFUNDED
                    : ReversePayment.Outcome.VOIDED);
            assertThat(world.bank.books().values()).containsExactly(captured
                    ? Money.GIVEN_BACK
                    : Money.RELEASED);
        }
    }

    @Test
    void aReversalAnywhereInAuthorizeWins() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World("pm_card_visa");
            reverseAt(world, place);

            world.authorize();
            world.meddler = (_, _) -> {};
            world.reverse();

            assertThat(world.authorize()).as("reversal at %d", place)
                    .isEqualTo(new AuthorizePayment.Outcome.Reversed());
            assertThat(world.bank.books()).doesNotContainValue(Money.HELD)
                    .doesNotContainValue(Money.TAKEN);
        }
    }

    @Test
    void aReversalAnywhereInCaptureWins() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World("pm_card_visa");
            world.authorize();
            reverseAt(world, place);

            world.capture();
            world.meddler = (_, _) -> {};
            var reversed = world.reverse();

            assertThat(world.capture().name()).as("reversal at %d", place)
                    .isEqualTo(reversed.name());
            assertThat(world.bank.books()).doesNotContainValue(Money.HELD)
                    .doesNotContainValue(Money.TAKEN);
        }
    }

    @Test
    void anyMixtureOfCommandsAndCrashesBalances() {
        long seed = System.nanoTime();
        System.out.println("InterruptionsTest seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 3_000; run++) {
            mixture(new World("pm_card_visa"), random, "seed " + seed + ", run " + run);
        }
    }

    private static void mixture(World world, Random random, String name) {
        var depth = new int[1];
        var reversed = new boolean[1];
        world.meddler = (_, _) -> {
            int dice = random.nextInt(12);
            if (dice == 0) {
                throw new Crash();
            }
            if (dice == 1 && depth[0] < 4) {
                depth[0]++;
                command(world, random, reversed);
                depth[0]--;
            }
        };
        for (int i = 0; i < 4; i++) {
            command(world, random, reversed);
        }
        world.meddler = (_, _) -> {};
        finish(world, reversed[0], name);
    }

    private static void command(World world, Random random, boolean[] reversed) {
        try {
            switch (random.nextInt(3)) {
                case 0 -> world.authorize();
                case 1 -> world.capture();
                default -> {
                    reversed[0] = true;
                    world.reverse();
                }
            }
        } catch (Crash | PaymentNotCapturable interrupted) {
            // The workflow would call again; so does this test, sooner or later.
        }
    }

    private static void finish(World world, boolean reversed, String name) {
        if (reversed) {
            world.reverse();
            assertThat(world.bank.books()).as(name).doesNotContainValue(Money.HELD)
                    .doesNotContainValue(Money.TAKEN).hasSizeLessThanOrEqualTo(1);
        } else {
            world.authorize();
            assertThat(world.capture()).as(name).isEqualTo(CapturePayment.Outcome.CAPTURED);
            assertThat(world.bank.books().values()).as(name).containsExactly(Money.TAKEN);
        }
    }

    private static void crashAt(World world, int place) {
        var calls = new int[1];
        world.meddler = (_, _) -> {
            if (calls[0]++ == place) {
                throw new Crash();
            }
        };
    }

    private static void reverseAt(World world, int place) {
        var calls = new int[1];
        world.meddler = (_, _) -> {
            if (calls[0]++ == place) {
                world.reverse();
            }
        };
    }

    private static <T> T untilItWorks(World world, Function<World, T> command) {
        try {
            return command.apply(world);
        } catch (Crash crashed) {
            return untilItWorks(world, command);
        }
    }
}
