package drivetrain.catalog.application;

/** The fakes keep their promises. */
class InMemoryCatalogTest extends StoreContract {
    @Override
    protected ProductStore products() {
        return new InMemoryProducts();
    }

    @Override
    protected AvailabilityStore availabilities() {
        return new InMemoryAvailabilities();
    }
}
