package drivetrain.shipping.application;

class InMemoryShipmentsTest implements ShipmentsContract {
    private final InMemoryShipments shipments = new InMemoryShipments();

    @Override
    public Shipments shipments() {
        return shipments;
    }

    @Override
    public Messages messages() {
        return shipments;
    }
}
