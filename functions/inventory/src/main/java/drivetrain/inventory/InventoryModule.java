package drivetrain.inventory;

import dagger.Module;
import dagger.Provides;
import drivetrain.inventory.application.CommitStock;
import drivetrain.inventory.application.GetStock;
import drivetrain.inventory.application.ReceiveStock;
import drivetrain.inventory.application.ReleaseExpiredReservations;
import drivetrain.inventory.application.ReleaseStock;
import drivetrain.inventory.application.ReservationStore;
import drivetrain.inventory.application.ReserveStock;
import drivetrain.inventory.dynamodb.DynamoDbReceiptStore;
import drivetrain.inventory.dynamodb.DynamoDbReservationStore;
import drivetrain.inventory.dynamodb.DynamoDbStockStore;
import drivetrain.inventory.events.StockEvents;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.Outbox;
import drivetrain.outbox.Restatement;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Module
final class InventoryModule {
    private InventoryModule() {}

    @Provides
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    static DynamoDbClient dynamoDb(Map<String, String> environment) {
        return new AwsClients(environment).dynamoDb();
    }

    @Provides
    static GetStock getStock(Map<String, String> environment, DynamoDbClient client) {
        var config = InventoryConfig.Reading.of(environment);
        return new GetStock(new DynamoDbStockStore(client, config.stockTable()));
    }

    @Provides
    static ReceiveStock receiveStock(Map<String, String> environment, DynamoDbClient client,
            Clock clock) {
        var config = InventoryConfig.Receiving.of(environment);
        var receipts = new DynamoDbReceiptStore(client, config.receiptsTable(),
                config.stockTable());
        return new ReceiveStock(receipts, new DynamoDbStockStore(client, config.stockTable()),
                clock);
    }

    @Provides
    static ReserveStock reserveStock(Map<String, String> environment, DynamoDbClient client,
            Clock clock) {
        var config = InventoryConfig.Reserving.of(environment);
        var reservations = new DynamoDbReservationStore(client, config.reservationsTable(),
                config.stockTable());
        return new ReserveStock(reservations, new DynamoDbStockStore(client, config.stockTable()),
                clock, config.holding());
    }

    /** For functions that decide on reservations that exist. */
    @Provides
    static ReservationStore reservations(Map<String, String> environment, DynamoDbClient client) {
        var config = InventoryConfig.Deciding.of(environment);
        return new DynamoDbReservationStore(client, config.reservationsTable(),
                config.stockTable());
    }

    @Provides
    static ReleaseStock releaseStock(ReservationStore reservations, Clock clock) {
        return new ReleaseStock(reservations, clock);
    }

    @Provides
    static CommitStock commitStock(ReservationStore reservations, Clock clock) {
        return new CommitStock(reservations, clock);
    }

    @Provides
    static ReleaseExpiredReservations releaseExpired(ReservationStore reservations, Clock clock) {
        return new ReleaseExpiredReservations(reservations, clock);
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        return Outbox.function(environment, StockEvents.mapper());
    }

    @Provides
    static Restatement restatement(Map<String, String> environment) {
        return Restatement.of(environment, "STOCK_TABLE", StockEvents.restated());
    }
}
