package drivetrain.eventstore;

class InMemorySnapshotStoreTest extends SnapshotStoreContract {
    private final SnapshotStore store = new InMemorySnapshotStore();

    @Override
    SnapshotStore store() {
        return store;
    }
}
