package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;
import drivetrain.kernel.Drift;
import drivetrain.kernel.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Availability in memory, under the contract that the DynamoDB adapter is held to. */
public final class InMemoryAvailabilities implements AvailabilityStore {
    private final Map<Sku, Availability> known = new HashMap<>();

    @Override
    public Optional<Availability> find(Sku sku) {
        return Optional.ofNullable(known.get(sku));
    }

    @Override
    public Map<Sku, Availability> findAll(Collection<Sku> skus) {
        Map<Sku, Availability> found = new HashMap<>(known);
        found.keySet().retainAll(skus);
        return found;
    }

    @Override
    public boolean keepIfNewer(Availability availability) {
        Availability before = known.get(availability.sku());
        boolean newer = before == null || before.version() < availability.version();
        if (newer) {
            known.put(availability.sku(), availability);
        }
        return newer;
    }

    @Override
    public Optional<Drift> repair(Availability told) {
        Availability before = known.get(told.sku());
        if (told.equals(before) || (before != null && before.version() > told.version())) {
            return Optional.empty();
        }
        known.put(told.sku(), told);
        if (before == null) {
            return Optional.of(Drift.MISSING);
        }
        return Optional.of(before.version() < told.version() ? Drift.STALE : Drift.DAMAGED);
    }
}
