package drivetrain.kernel;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7: 48 bits of Unix time in milliseconds, then 74 random bits, so that ids sort by
 * the time they were made.
 *
 * <p>Source: RFC 9562, section 5.7.
 */
public final class UuidV7 implements IdGenerator {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    /**
     * A generator of its own.
     *
     * @param random must be safe for the threads that call {@link #next()}
     */
    public UuidV7(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        long randomA = random.nextLong() & 0xFFFL;
        long high = (clock.millis() << 16) | VERSION | randomA;
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low).toString();
    }
}
