package drivetrain.local.endpoint;

import drivetrain.local.aws.AwsFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Faults that tests inject into calls before they reach their service. With none injected a call
 * pays for one look at an empty list.
 */
public final class CallFaults {
    /** What happens to a call: nothing, a delay, or an error instead of the answer. */
    @FunctionalInterface
    public interface Fault {
        /**
         * Runs before the call.
         *
         * @throws AwsFailure
         *             to answer the call with this error
         */
        void before(ServiceCall call);
    }

    /** An injected fault; close it to end it. */
    @FunctionalInterface
    public interface Injection extends AutoCloseable {
        @Override
        void close();
    }

    private static final int BAD_REQUEST = 400;

    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** Injects a fault into all calls that match, until it is closed. */
    public Injection inject(Predicate<ServiceCall> matching, Fault fault) {
        Fault conditional = call -> {
            if (matching.test(call)) {
                fault.before(call);
            }
        };
        faults.add(conditional);
        return () -> faults.remove(conditional);
    }

    /** Injects a fault into the next calls that match, so many of them. */
    public Injection injectNext(int times, Predicate<ServiceCall> matching, Fault fault) {
        var left = new AtomicInteger(times);
        return inject(call -> matching.test(call) && left.getAndDecrement() > 0, fault);
    }

    /** Answers {@code ThrottlingException}, as a service over its quota does. */
    public static Fault throttle() {
        return call -> {
            throw new AwsFailure(BAD_REQUEST, "ThrottlingException", "Rate exceeded");
        };
    }

    /** Answers an error. */
    public static Fault fail(int statusCode, String code, String message) {
        return call -> {
            throw new AwsFailure(statusCode, code, message);
        };
    }

    /** Holds the call up. */
    public static Fault delay(Duration time) {
        return call -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    void before(ServiceCall call) {
        for (var fault : faults) {
            fault.before(call);
        }
    }
}
