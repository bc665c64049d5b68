package drivetrain.standins.server;

import java.time.Duration;

/** How a provider treats a call. */
public sealed interface Fault {

    /** The fault of a provider that works. */
    Fault HEALTHY = new Healthy();

    /** The call is answered at once. */
    record Healthy() implements Fault {}

    /** The call takes effect and is answered, but only after {@code delay}. */
    record Slow(Duration delay) implements Fault {
        public Slow {
            requireNotNegative(delay);
        }
    }

    /**
     * A share of the calls is answered with an error and has no effect; the others are healthy.
     *
     * @param rate the share that fails, from 0 to 1
     * @param status the HTTP status of the error, 400 to 599
     */
    record Failing(double rate, int status) implements Fault {
        public Failing {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("A rate is from 0 to 1, not " + rate);
            }
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("An error's status isn't " + status);
            }
        }
    }

    /** The connection is cut before anything is read; the call has no effect. */
    record Down() implements Fault {}

    /** The call takes effect, but nothing is answered: after {@code hold} the connection is cut. */
    record TimeoutAfterEffect(Duration hold) implements Fault {
        public TimeoutAfterEffect {
            requireNotNegative(hold);
        }
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A duration isn't negative: " + duration);
        }
    }
}
