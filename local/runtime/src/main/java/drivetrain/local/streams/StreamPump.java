package drivetrain.local.streams;

import drivetrain.local.streams.Shard.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Brings the changes of one table to one function. */
final class StreamPump {
    /** A new on-demand table has four partitions, and its stream four shards. */
    private static final int SHARDS = 4;

    private final EventFilter filter;
    private final StreamFaults faults;
    private final Delivery delivery;
    private final List<Shard> shards;

    StreamPump(Delivery delivery, StreamFaults faults) {
        this.delivery = delivery;
        this.faults = faults;
        filter = new EventFilter(delivery.mapping().filters());
        int parallel = SHARDS * delivery.mapping().parallelizationFactor();
        shards = IntStream.range(0, parallel)
                .mapToObj(index -> new Shard("shardId-%020d".formatted(index), delivery)).toList();
    }

    /** Takes what was read at once, in its order. */
    void offer(List<Change> changes) {
        var ready = new LinkedHashMap<Shard, List<Change>>();
        changes.stream().filter(change -> filter.passes(change.event())).forEach(change -> {
            var shard = shardOf(change);
            for (var delay : faults.copies()) {
                if (delay.isZero()) {
                    ready.computeIfAbsent(shard, none -> new ArrayList<>()).add(change);
                } else {
                    delivery.scheduler().schedule(delay, () -> shard.add(List.of(change)));
                }
            }
        });
        ready.forEach(Shard::add);
    }

    private Shard shardOf(Change change) {
        return shards.get(Math.floorMod(change.partition().hashCode(), shards.size()));
    }

    void close() {
        shards.forEach(Shard::close);
    }
}
