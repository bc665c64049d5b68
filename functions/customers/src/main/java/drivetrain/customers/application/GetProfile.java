package drivetrain.customers.application;

import drivetrain.customers.domain.Profile;
import drivetrain.kernel.CustomerId;

/** Shows a customer its own profile. */
public final class GetProfile {
    private final ProfileStore profiles;

    public GetProfile(ProfileStore profiles) {
        this.profiles = profiles;
    }

    /** The profile; an empty one at version 0 for a customer who has told nothing yet. */
    public Profile get(CustomerId customerId) {
        return profiles.find(customerId).orElseGet(() -> Profile.unwritten(customerId));
    }
}
