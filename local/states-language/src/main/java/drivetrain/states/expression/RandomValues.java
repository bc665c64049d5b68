package drivetrain.states.expression;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is made of chance, repeatable by the generator's seed. */
public final class RandomValues {

    private RandomValues() {}

    /**
     * A UUID of version 4.
     *
     * @param random the source
     * @return its text
     */
    public static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }
}
