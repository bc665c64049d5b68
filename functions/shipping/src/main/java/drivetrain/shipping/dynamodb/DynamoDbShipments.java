package drivetrain.shipping.dynamodb;

import drivetrain.dynamodb.VersionedTable;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.application.Shipments;
import drivetrain.shipping.domain.Shipment;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Shipments in a table of versions, by order. */
public final class DynamoDbShipments implements Shipments {
    private final VersionedTable<Shipment> table;

    public DynamoDbShipments(DynamoDbClient client, String table) {
        this.table = table(client, table);
    }

    static VersionedTable<Shipment> table(DynamoDbClient client, String name) {
        return new VersionedTable<>(client, name, new VersionedTable.Form<>("orderId",
                ShipmentItem::write, ShipmentItem::read));
    }

    @Override
    public Optional<Shipment> find(OrderId orderId) {
        return table.find(orderId.value());
    }

    @Override
    public Shipment put(Shipment next) {
        return table.put(next);
    }
}
