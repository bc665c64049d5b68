package drivetrain.catalog.application;

import drivetrain.catalog.domain.Availability;
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
}
