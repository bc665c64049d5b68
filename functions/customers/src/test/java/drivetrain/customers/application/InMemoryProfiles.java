package drivetrain.customers.application;

import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Profile;
import drivetrain.kernel.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Profiles in memory, under the contract that the DynamoDB adapter is held to. */
public class InMemoryProfiles implements ProfileStore {
    private final Map<CustomerId, Profile> profiles = new HashMap<>();
    private int writes;

    @Override
    public Optional<Profile> find(CustomerId customerId) {
        return Optional.ofNullable(profiles.get(customerId));
    }

    @Override
    public boolean put(Profile profile, Set<Field> changed, Stamp stamp) {
        long before = find(profile.customerId()).map(Profile::version).orElse(0L);
        if (before != profile.version() - 1) {
            return false;
        }
        profiles.put(profile.customerId(), profile);
        writes++;
        return true;
    }

    /** How often anything was written. */
    public int writes() {
        return writes;
    }
}
