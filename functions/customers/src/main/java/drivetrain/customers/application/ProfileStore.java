package drivetrain.customers.application;

import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Profile;
import drivetrain.kernel.CustomerId;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles of all customers. Every method throws {@code StorageUnavailable} when the storage
 * can't answer for now.
 */
public interface ProfileStore {
    /** A profile as of the last write; empty if there never was one. */
    Optional<Profile> find(CustomerId customerId);

    /**
     * Writes a profile, if the stored one is still at the version before this one's.
     *
     * @param changed what others are told has changed
     * @return whether it was written
     */
    boolean put(Profile profile, Set<Field> changed, Stamp stamp);
}
