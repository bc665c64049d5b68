package drivetrain.orders.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.orders.dynamodb.Tables;
import drivetrain.testing.DynamoDbLocal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever the stream, the database and other invocations do, and also while the views are rebuilt:
 * a view of version v is the fold of events 1 to v, no reader ever sees it go back, and in the end
 * it is the latest. {@code -Dlong} makes 1,000 runs of it; {@code -Dseed=} repeats one.
 */
class AnyOrderOfBellsTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();
    private static final int STEPS = 60;

    @Test
    void neverMakesAWrongViewAndAlwaysTheLatestInTheEnd() {
        int runs = Integer.getInteger("runs", Boolean.getBoolean("long") ? 1_000 : 40);
        long first = Long.getLong("seed", System.nanoTime());
        System.out.println("Seeds of the bells: " + first + " and " + (runs - 1) + " more");
        var totals = new long[3];
        for (long seed = first; seed < first + runs; seed++) {
            run(seed, totals);
        }
        System.out.printf("%d runs: %d events, %d bells answered, %d rebuilds%n", runs, totals[0],
                totals[1], totals[2]);
        assertThat(totals[2]).as("rebuilds that went through").isGreaterThan(runs / 2);
    }

    private static void run(long seed, long[] totals) {
        String table = "views" + seed;
        Tables.views(DYNAMO_DB.client(), table);
        try {
            var world = new DisturbedProjection(DYNAMO_DB.client(), table, new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            world.settle();
            totals[0] += world.events();
            totals[1] += world.answered();
            totals[2] += world.rebuilds();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("run it again with -Druns=1 -Dseed=" + seed, failed);
        } finally {
            DYNAMO_DB.client().deleteTable(delete -> delete.tableName(table));
        }
    }
}
