package drivetrain.inventory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.inventory.application.BooksBalance;
import drivetrain.inventory.application.ReservationStory;
import drivetrain.inventory.application.ReserveStock.Outcome;
import drivetrain.inventory.application.ReserveStock.Shortage;
import drivetrain.inventory.application.ReserveStock;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.application.StoreContract;
import drivetrain.inventory.application.Stores;
import drivetrain.inventory.domain.Line;
import drivetrain.inventory.domain.Lines;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.kernel.VersionConflict;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The DynamoDB adapters keep the promises that the fake keeps. */
class DynamoDbInventoryTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private static final Sku SKU = new Sku("SRV-1");

    private static Stores empty() {
        return Tables.createIn(DYNAMO_DB.client()).stores();
    }

    @Test
    void givesEachPieceToOneOfManyBuyersAtOnce() throws Exception {
        var stores = empty();
        var stamp = new Stamp(new CorrelationId("test"), Instant.parse("2026-01-01T08:00:00Z"));
        stores.receipts().receive(new Receipt(SKU, "note-1", 5), stamp);
        var reserve = new ReserveStock(stores.reservations(), stores.stock(), Clock.systemUTC(),
                Duration.ofMinutes(30));

        List<Future<Outcome>> outcomes;
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = IntStream.range(0, 12)
                    .mapToObj(n -> buyers.submit(() -> reserve(reserve, "order-" + n))).toList();
        }

        assertThat(outcomes.stream().map(Future::resultNow)
                .filter(Outcome.Reserved.class::isInstance)).hasSize(5);
        assertThat(outcomes.stream().map(Future::resultNow))
                .contains(new Outcome.OutOfStock(List.of(new Shortage(SKU, 1, 0))));
        assertThat(stores.stock().find(SKU)).hasValue(new StockLevel(SKU, 5, 5, 6));
    }

    /** As the workflow does: a conflict is tried again. */
    private static Outcome reserve(ReserveStock reserve, String orderId) {
        while (true) {
            try {
                return reserve.reserve(new OrderId(orderId), new Lines(List.of(new Line(SKU, 1))),
                        new CorrelationId(orderId));
            } catch (VersionConflict conflict) {
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class Contract extends StoreContract {
        @Override
        protected Stores stores() {
            return empty();
        }
    }

    @Nested
    class Story extends ReservationStory {
        @Override
        protected Stores stores() {
            return empty();
        }
    }

    @Nested
    class Books extends BooksBalance {
        Books() {
            super(2, 150);
        }

        @Override
        protected Stores stores() {
            return empty();
        }
    }
}
