package drivetrain.local.lambda;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Makes invocations go wrong, for tests. Faults of a function are used up in the order in which
 * they were asked for, one per invocation; functions are named by their name or their logical id.
 */
public final class Faults {
    private final UnaryOperator<String> nameOf;
    private final ConcurrentMap<String, Queue<Fault>> planned = new ConcurrentHashMap<>();

    Faults(UnaryOperator<String> nameOf) {
        this.nameOf = nameOf;
    }

    /** What happens to one invocation. */
    sealed interface Fault {}

    /** The environment dies before the function has done anything. */
    record CrashBefore() implements Fault {}

    /** The environment dies when everything is done, and the answer is lost. */
    record CrashAfter() implements Fault {}

    /** The function starts later; its timeout runs meanwhile. */
    record Delay(Duration duration) implements Fault {}

    /** The function fails with an error of its own, before it has done anything. */
    record Failure(String errorType, String message) implements Fault {}

    /** The call is refused with {@code TooManyRequestsException}. */
    record Throttle() implements Fault {}

    /** The next invocations crash before their effect. */
    public void crashBefore(String function, int invocations) {
        plan(function, new CrashBefore(), invocations);
    }

    /** The next invocations crash after their effect: done, but the caller sees an error. */
    public void crashAfter(String function, int invocations) {
        plan(function, new CrashAfter(), invocations);
    }

    /** The next invocations start later. */
    public void delay(String function, Duration duration, int invocations) {
        plan(function, new Delay(duration), invocations);
    }

    /** The next invocations fail with this error before their effect. */
    public void fail(String function, String errorType, String message, int invocations) {
        plan(function, new Failure(errorType, message), invocations);
    }

    /** The next invocations are refused. */
    public void throttle(String function, int invocations) {
        plan(function, new Throttle(), invocations);
    }

    /** How many planned faults of a function haven't happened yet. */
    public int left(String function) {
        Queue<Fault> queue = planned.get(nameOf.apply(function));
        return queue == null ? 0 : queue.size();
    }

    /** Forgets all planned faults. */
    public void clear() {
        planned.clear();
    }

    Optional<Fault> next(String functionName) {
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        Queue<Fault> queue = planned.get(functionName);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private void plan(String function, Fault fault, int invocations) {
        Queue<Fault> queue = planned.computeIfAbsent(nameOf.apply(function),
                name -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < invocations; i++) {
            queue.add(fault);
        }
    }
}
