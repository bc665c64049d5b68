package drivetrain.local.endpoint;

import drivetrain.local.dynamodb.CapacityUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts every call by caller, operation and resource. A call that touches several tables counts
 * once for each. Safe for many threads; a reading while calls come in is a close approximation.
 */
public final class Meter {
    private record Key(ServiceCall call, String resource) {}

    private static final class Counts {
        private final LongAdder calls = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final DoubleAdder units = new DoubleAdder();
    }

    private final Map<Key, Counts> counts = new ConcurrentHashMap<>();

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

    void answered(ServiceCall call) {
        count(call, "").calls.increment();
    }

    void answered(ServiceCall call, List<CapacityUse> consumed) {
        if (consumed.isEmpty()) {
            answered(call);
        }
        for (var use : consumed) {
            var counted = count(call, use.tableName());
            counted.calls.increment();
            counted.units.add(use.units());
        }
    }

    void failed(ServiceCall call) {
        var counted = count(call, "");
        counted.calls.increment();
        counted.failures.increment();
    }

    private Counts count(ServiceCall call, String resource) {
        return counts.computeIfAbsent(new Key(call, resource), key -> new Counts());
    }

    private static Usage toUsage(Map.Entry<Key, Counts> entry) {
        var call = entry.getKey().call();
        var counted = entry.getValue();
        return new Usage(call.caller(), call.service(), call.operation(),
                entry.getKey().resource(), counted.calls.sum(), counted.failures.sum(),
                counted.units.sum());
    }
}
