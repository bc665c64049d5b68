package drivetrain.inventory.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the stock that an order asked for. Each state offers only the steps that may
 * follow it:
 *
 * <pre>
 * (none)     reserve → Reserved    release → Released
 * Reserved   commit → Committed    release → Released    expire → Expired
 * Expired    commit → Committed    release → Released    reserve → Reserved
 * Committed  restock → Restocked
 * </pre>
 *
 * {@link Released} and {@link Restocked} are tombstones: a step that arrives late finds them and
 * does nothing. {@link Expired} isn't one, since nobody decided against the order.
 */
public sealed interface Reservation {
    OrderId orderId();

    /** 1 after the first write, one more after each. */
    long version();

    /** The first step of an order that is unknown so far. */
    static Change reserve(OrderId orderId, Lines lines, Instant expiresAt) {
        return new Change(new Reserved(orderId, lines, expiresAt, 1),
                lines.each(Movement::promise));
    }

    /**
     * Releasing an order before anything was reserved for it, so that a late reservation is
     * refused.
     */
    static Change tombstone(OrderId orderId) {
        return new Change(new Released(orderId, Optional.empty(), 1), List.of());
    }

    /** The lines are promised until somebody decides, or until {@code expiresAt}. */
    record Reserved(OrderId orderId, Lines lines, Instant expiresAt,
            long version) implements Reservation {
        public Reserved {
            requireAll(orderId, lines, expiresAt);
        }

        public boolean isDue(Instant now) {
            return !now.isBefore(expiresAt);
        }

        public Change commit() {
            return new Change(new Committed(orderId, lines, expiresAt, version + 1),
                    lines.each(Movement::shipPromised));
        }

        public Change release() {
            return new Change(new Released(orderId, Optional.of(lines), version + 1),
                    lines.each(Movement::endPromise));
        }

        public Change expire() {
            return new Change(new Expired(orderId, lines, version + 1),
                    lines.each(Movement::endPromise));
        }
    }

    /** Nobody decided in time, and the lines may be promised to others. */
    record Expired(OrderId orderId, Lines lines, long version) implements Reservation {
        public Expired {
            requireAll(orderId, lines);
        }

        /** Promises the same lines again, if they are still there. */
        public Change reserve(Instant expiresAt) {
            return new Change(new Reserved(orderId, lines, expiresAt, version + 1),
                    lines.each(Movement::promise));
        }

        /** Takes the lines from what nobody else was promised, if they are still there. */
        public Change commit(Instant now) {
            return new Change(new Committed(orderId, lines, now, version + 1),
                    lines.each(Movement::shipUnpromised));
        }

        public Change release() {
            return new Change(new Released(orderId, Optional.of(lines), version + 1), List.of());
        }
    }

    /**
     * Tombstone: the order was given up before its stock was committed.
     *
     * @param lines what had been reserved; empty when the release came first
     */
    record Released(OrderId orderId, Optional<Lines> lines, long version) implements Reservation {
        public Released {
            requireAll(orderId, lines);
        }
    }

    /** The lines have left the shelf for good, unless the order is cancelled. */
    record Committed(OrderId orderId, Lines lines, Instant expiresAt,
            long version) implements Reservation {
        public Committed {
            requireAll(orderId, lines, expiresAt);
        }

        public Change restock() {
            return new Change(new Restocked(orderId, lines, version + 1),
                    lines.each(Movement::putBack));
        }
    }

    /** Tombstone: the order was given up after its stock was committed, and the lines are back. */
    record Restocked(OrderId orderId, Lines lines, long version) implements Reservation {
        public Restocked {
            requireAll(orderId, lines);
        }
    }

    private static void requireAll(Object... components) {
        for (Object component : components) {
            requireNonNull(component);
        }
    }
}
