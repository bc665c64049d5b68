package drivetrain.payments.dynamodb;

import drivetrain.dynamodb.VersionedTable;
import drivetrain.kernel.OrderId;
import drivetrain.payments.application.Payments;
import drivetrain.payments.domain.Payment;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Payments in a table of versions, by order. */
public final class DynamoDbPayments implements Payments {
    private final VersionedTable<Payment> table;

    public DynamoDbPayments(DynamoDbClient client, String table) {
        this.table = table(client, table);
    }

    static VersionedTable<Payment> table(DynamoDbClient client, String name) {
        return new VersionedTable<>(client, name, new VersionedTable.Form<>("orderId",
                PaymentItem::write, PaymentItem::read));
    }

    @Override
    public Optional<Payment> find(OrderId orderId) {
        return table.find(orderId.value());
    }

    @Override
    public Payment put(Payment next) {
        return table.put(next);
    }
}
