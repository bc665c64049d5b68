package drivetrain.shipping.application;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.shipping.application.FakeCarrier.State;
import drivetrain.shipping.application.World.Crash;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Crashes and other commands between every two calls that a command makes. */
class InterruptionsTest {
    private static final int MOST_CALLS = 30;

    @Test
    void aCrashAnywhereInABookingBuysOneLabel() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World();
            crashAt(world, place);

            untilItWorks(world, World::book);

            assertThat(world.carrier.labels(State.BOUGHT)).as("crash at %d", place).isEqualTo(1);
        }
    }

    @Test
    void aCrashAnywhereInACancellationLeavesNoLabel() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World();
            world.book();
            crashAt(world, place);

            assertThat(untilItWorks(world, World::cancel)).as("crash at %d", place)
                    .isEqualTo(CancelShipment.Outcome.CANCELLED);
            assertThat(world.carrier.labels(State.BOUGHT)).isZero();
        }
    }

    @Test
    void aCancellationAnywhereInABookingWins() {
        for (int place = 0; place < MOST_CALLS; place++) {
            var world = new World();
            interrupt(world, place, () -> quietly(world::cancel));

            world.book();
            world.meddler = (_, _) -> {};
            untilItWorks(world, World::cancel);

            assertThat(world.book()).as("cancellation at %d", place)
                    .isEqualTo(new BookShipment.Outcome.CalledOff());
            assertThat(world.carrier.labels(State.BOUGHT)).isZero();
        }
    }

    @Test
    void anyMixtureOfCommandsAndCrashesBalances() {
        long seed = System.nanoTime();
        System.out.println("InterruptionsTest seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 3_000; run++) {
            mixture(new World(), random, "seed " + seed + ", run " + run);
        }
    }

    private static void mixture(World world, Random random, String name) {
        var depth = new int[1];
        var cancelled = new boolean[1];
        world.meddler = (_, _) -> {
            int dice = random.nextInt(12);
            if (dice == 0) {
                throw new Crash();
            }
            if (dice == 1 && depth[0] < 4) {
                depth[0]++;
                command(world, random, cancelled);
                depth[0]--;
            }
        };
        for (int i = 0; i < 4; i++) {
            command(world, random, cancelled);
        }
        world.meddler = (_, _) -> {};
        finish(world, cancelled[0], name);
    }

    private static void command(World world, Random random, boolean[] cancelled) {
        if (random.nextBoolean()) {
            quietly(world::book);
        } else {
            cancelled[0] = true;
            quietly(world::cancel);
        }
    }

    private static void finish(World world, boolean cancelled, String name) {
        if (cancelled) {
            untilItWorks(world, World::cancel);
            assertThat(world.book()).as(name).isEqualTo(new BookShipment.Outcome.CalledOff());
            assertThat(world.carrier.labels(State.BOUGHT)).as(name).isZero();
        } else {
            assertThat(world.book()).as(name).isInstanceOf(BookShipment.Outcome.Done.class);
            assertThat(world.carrier.labels(State.BOUGHT)).as(name).isEqualTo(1);
        }
    }

    private static void crashAt(World world, int place) {
        interrupt(world, place, () -> {
            throw new Crash();
        });
    }

    private static void interrupt(World world, int place, Runnable interruption) {
        var calls = new int[1];
        world.meddler = (_, _) -> {
            if (calls[0]++ == place) {
                interruption.run();
            }
        };
    }

    private static void quietly(Runnable command) {
        try {
            command.run();
        } catch (Crash | DependencyUnavailable interrupted) {
            // The workflow would call again; so does this test, sooner or later.
        }
    }

    private static <T> T untilItWorks(World world, Function<World, T> command) {
        try {
            return command.apply(world);
        } catch (Crash | DependencyUnavailable interrupted) {
            world.pass(CancelShipment.LONGEST_PURCHASE);
            return untilItWorks(world, command);
        }
    }
}
