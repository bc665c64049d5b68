package drivetrain.projection;

class InMemoryProjectionStatesTest extends ProjectionStatesContract {
    @Override
    ProjectionStates fresh() {
        return new InMemoryProjectionStates();
    }
}
