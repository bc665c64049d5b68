package drivetrain.standins.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The switch that makes one provider slow, failing or down, for all operations, for one of them, or
 * for the next few calls of one of them.
 *
 * <p>Faults of the next calls are used up first, then the operation's own fault applies, then the
 * provider's. Whether the n-th call of an operation is one of those that fail depends on the seed
 * only, so that a test repeats. Safe for use by many threads; no call waits for another.
 */
public final class FaultSwitch {
    private static final int MAX_NEXT_CALLS = 100_000;

    private final long seed;
    private final AtomicReference<Fault> standing = new AtomicReference<>(Fault.HEALTHY);
    private final Map<String, Operation> operations;

    private record Operation(AtomicLong calls, AtomicReference<Fault> standing,
            Queue<Fault> next) {
        Operation() {
            this(new AtomicLong(), new AtomicReference<>(), new ConcurrentLinkedQueue<>());
        }
    }

    /** A healthy provider with these operations; {@code seed} repeats the choice of failures. */
    public FaultSwitch(long seed, Set<String> operations) {
        this.seed = seed;
        var byName = new HashMap<String, Operation>();
        operations.forEach(name -> byName.put(name, new Operation()));
        this.operations = Map.copyOf(byName);
    }

    /** Treats every call so, until further notice, except where an operation has its own fault. */
    public void set(Fault fault) {
        standing.set(fault);
    }

    /** Treats every call of one operation so, until further notice. */
    public void set(String operation, Fault fault) {
        named(operation).standing().set(fault);
    }

    /** Treats the next {@code calls} calls of an operation so, after those already asked for. */
    public void next(int calls, String operation, Fault fault) {
        if (calls < 1 || calls > MAX_NEXT_CALLS) {
            throw new IllegalArgumentException("Calls are from 1 to " + MAX_NEXT_CALLS);
        }
        Queue<Fault> next = named(operation).next();
        for (int i = 0; i < calls; i++) {
            next.add(fault);
        }
    }

    /** Makes everything healthy and forgets the faults of the next calls; counters stay. */
    public void heal() {
        standing.set(Fault.HEALTHY);
        operations.values().forEach(operation -> {
            operation.standing().set(null);
            operation.next().clear();
        });
    }

    /** How many calls of an operation have arrived so far, whatever became of them. */
    public long calls(String operation) {
        return named(operation).calls().get();
    }

    /** How many calls have arrived so far, by operation. */
    public Map<String, Long> calls() {
        var calls = new TreeMap<String, Long>();
        operations.forEach((name, operation) -> calls.put(name, operation.calls().get()));
        return calls;
    }

    /** The fault that applies to all operations that have none of their own. */
    public Fault standing() {
        return standing.get();
    }

    /** Counts a call and decides its fate; {@code Failing} means that this very call fails. */
    Fault decide(String operation) {
        Operation named = named(operation);
        long call = named.calls().incrementAndGet();
        Fault fault = faultOf(named);
        if (fault instanceof Fault.Failing failing && !fails(operation, call, failing.rate())) {
            return Fault.HEALTHY;
        }
        return fault;
    }

    private Fault faultOf(Operation operation) {
        Fault next = operation.next().poll();
        if (next != null) {
            return next;
        }
        Fault own = operation.standing().get();
        return own != null ? own : standing.get();
    }

    private boolean fails(String operation, long call, double rate) {
        long mixed = (seed ^ operation.hashCode()) + call * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53 < rate;
    }

    private Operation named(String name) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("There is no operation " + name + ", only "
                    + new TreeSet<>(operations.keySet()));
        }
        return operation;
    }
}
