package drivetrain.circuitbreaker;

class InMemoryCircuitStoreTest extends CircuitStoreContract {
    private final CircuitStore store = new InMemoryCircuitStore();

    @Override
    CircuitStore store() {
        return store;
    }
}
