package drivetrain.local.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes streams worse than DynamoDB's: records come twice, late, or out of order. It acts on each
 * mapping by itself, before its batches are made, so that copies land in later batches and order
 * breaks across batches. The same seed and the same sequence of records give the same faults.
 */
public final class StreamFaults {
    private final Random random;
    private double duplicates;
    private int forcedDuplicates;
    private Duration delay = Duration.ZERO;
    private Duration shuffle = Duration.ZERO;

    /** No faults yet. */
    public StreamFaults(long seed) {
        random = new Random(seed);
    }

    /** Delivers each record twice with this probability. */
    public synchronized void duplicate(double probability) {
        duplicates = probability;
    }

    /** Delivers the next records twice, so many of them. */
    public synchronized void duplicateNext(int records) {
        forcedDuplicates = records;
    }

    /** Holds every record back for this time. */
    public synchronized void delay(Duration time) {
        delay = time;
    }

    /** Holds every record back for a random time of its own, up to this: order is lost. */
    public synchronized void shuffle(Duration within) {
        shuffle = within;
    }

    /** Ends all faults; records that are held back still come. */
    public synchronized void clear() {
        duplicates = 0;
        forcedDuplicates = 0;
        delay = Duration.ZERO;
        shuffle = Duration.ZERO;
    }

    /** When each copy of the next record is to be delivered, from now. */
    synchronized List<Duration> copies() {
        var copies = new ArrayList<Duration>(1);
        copies.add(oneDelay());
        if (forcedDuplicates > 0 || (duplicates > 0 && random.nextDouble() < duplicates)) {
            forcedDuplicates = Math.max(0, forcedDuplicates - 1);
            copies.add(oneDelay());
        }
        return copies;
    }

    private Duration oneDelay() {
        return shuffle.isZero() ? delay : delay.plusNanos(random.nextLong(shuffle.toNanos()));
    }
}
