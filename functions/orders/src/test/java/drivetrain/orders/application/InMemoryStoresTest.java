package drivetrain.orders.application;

class InMemoryStoresTest extends StoresContract {
    private final Stores stores = new InMemoryStores().stores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
