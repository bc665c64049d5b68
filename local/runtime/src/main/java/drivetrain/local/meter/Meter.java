package drivetrain.local.meter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts by caller, operation and resource. A call that touches several tables counts once for each.
 * Safe for many threads; a reading while calls come in is a close approximation.
 */
public final class Meter {
    private static final class Counts {
        private final LongAdder calls = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final DoubleAdder units = new DoubleAdder();
    }

    private final Map<Use, Counts> counts = new ConcurrentHashMap<>();

    /** What was used since the start or the last reset, ordered by caller and operation. */
    public List<Usage> usage() {
        return counts.entrySet().stream().map(Meter::toUsage)
                .sorted(Comparator.comparing(Usage::caller).thenComparing(Usage::service)
                        .thenComparing(Usage::operation).thenComparing(Usage::resource))
                .toList();
    }

    /** Begins to count from nothing. */
    public void reset() {
        counts.clear();
    }

    /** One more, which went well. */
    public void count(Use use, double units) {
        var counted = of(use);
        counted.calls.increment();
        counted.units.add(units);
    }

    /** One more, which was answered with an error. */
    public void countFailure(Use use, double units) {
        of(use).failures.increment();
        count(use, units);
    }

    private Counts of(Use use) {
        return counts.computeIfAbsent(use, key -> new Counts());
    }

    private static Usage toUsage(Map.Entry<Use, Counts> entry) {
        var counted = entry.getValue();
        return new Usage(entry.getKey(), counted.calls.sum(), counted.failures.sum(),
                counted.units.sum());
    }
}
