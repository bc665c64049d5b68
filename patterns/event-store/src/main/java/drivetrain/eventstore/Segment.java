package drivetrain.eventstore;

/**
 * One of several parts of a table, which together hold each of its partitions once: what parallel
 * workers take a share of.
 *
 * @param index from 0
 * @param of how many parts there are
 */
public record Segment(int index, int of) {
    public Segment {
        if (index < 0 || index >= of) {
            throw new IllegalArgumentException("segment " + index + " of " + of);
        }
    }
}
