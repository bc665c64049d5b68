package drivetrain.customers.application;

/** The fake keeps its promises. */
class InMemoryProfilesTest extends StoreContract {
    @Override
    protected ProfileStore profiles() {
        return new InMemoryProfiles();
    }
}
