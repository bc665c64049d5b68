package drivetrain.projection;

/** The state of a projection in memory, for tests. Thread-safe. */
public final class InMemoryProjectionStates implements ProjectionStates {
    private ProjectionState state = ProjectionState.FIRST;

    @Override
    public synchronized ProjectionState get() {
        return state;
    }

    @Override
    public synchronized boolean save(ProjectionState changed) {
        boolean next = changed.revision() == state.revision() + 1;
        if (next) {
            state = changed;
        }
        return next;
    }
}
