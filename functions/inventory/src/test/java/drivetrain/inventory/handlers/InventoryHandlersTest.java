package drivetrain.inventory.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.inventory.application.CommitStock;
import drivetrain.inventory.application.GetStock;
import drivetrain.inventory.application.InMemoryInventory;
import drivetrain.inventory.application.ReceiveStock;
import drivetrain.inventory.application.ReleaseExpiredReservations;
import drivetrain.inventory.application.ReleaseStock;
import drivetrain.inventory.application.ReserveStock;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.inventory.events.StockEvents;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Sku;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each function, with the sample events that anybody can send it. */
class InventoryHandlersTest {
    private static final Sku SERVO = new Sku("SRV-2040-485");
    private static final Sku MOTOR = new Sku("BLM-5712-48");
    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");

    private final InMemoryInventory memory = new InMemoryInventory();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final GetStockHandler getStock = new GetStockHandler(new GetStock(memory));
    private final ReceiveStockHandler receiveStock = new ReceiveStockHandler(
            new ReceiveStock(memory, memory, clock));
    private final ReserveStockHandler reserveStock = new ReserveStockHandler(
            new ReserveStock(memory, memory, clock, Duration.ofMinutes(30)));
    private final ReleaseStockHandler releaseStock = new ReleaseStockHandler(
            new ReleaseStock(memory, clock));
    private final CommitStockHandler commitStock = new CommitStockHandler(
            new CommitStock(memory, clock));

    @Test
    void answersWithTheStock() {
        receive(SERVO, 40);

        assertThat(body(FunctionRun.of(getStock, sample("GetStock"))))
                .contains("\"statusCode\":200").contains("{\"sku\":\"SRV-2040-485\","
                        + "\"onHand\":40,\"reserved\":0,\"available\":40,\"version\":1}");
    }

    @Test
    void answersNotFoundForAProductThatWasNeverReceived() {
        assertThat(body(FunctionRun.of(getStock, sample("GetStock-unknown"))))
                .contains("\"statusCode\":404").contains("application/problem+json");
    }

    @Test
    void booksAReceiptOnceHoweverOftenItIsSent() {
        FunctionRun.of(receiveStock, sample("ReceiveStock"));

        assertThat(body(FunctionRun.of(receiveStock, sample("ReceiveStock"))))
                .contains("\"statusCode\":200").contains("\"onHand\":40");
    }

    @Test
    void refusesTheSameReceiptWithAnotherQuantity() {
        FunctionRun.of(receiveStock, sample("ReceiveStock"));

        assertThat(body(FunctionRun.of(receiveStock,
                sample("ReceiveStock").replace("\\\"quantity\\\": 40", "\\\"quantity\\\": 41"))))
                .contains("\"statusCode\":422").contains("quantity 40");
    }

    @Test
    void refusesReceiptsThatAreNotForItAndWritesNothing() {
        String good = sample("ReceiveStock");

        assertThat(body(FunctionRun.of(receiveStock, sample("ReceiveStock-not-staff"))))
                .contains("\"statusCode\":403");
        assertThat(body(FunctionRun.of(receiveStock, sample("ReceiveStock-negative"))))
                .contains("\"statusCode\":400").contains("quantity must be");
        assertThat(body(FunctionRun.of(receiveStock,
                good.replace("\\\"quantity\\\": 40", "\\\"quantity\\\": \\\"many\\\""))))
                .contains("\"statusCode\":400");
        assertThat(body(FunctionRun.of(receiveStock,
                good.replace("\\\"quantity\\\": 40", "\\\"quantity\\\": 1e12"))))
                .contains("\"statusCode\":400");
        assertThat(body(FunctionRun.of(receiveStock,
                good.replace("\\\"quantity\\\": 40", "\\\"quantity\\\": 1.5"))))
                .contains("\"statusCode\":400");
        assertThat(body(FunctionRun.of(receiveStock,
                good.replace("\\\"receiptId\\\"", "\\\"receipt\\\""))))
                .contains("\"statusCode\":400");
        assertThat(memory.find(SERVO)).isEmpty();
    }

    @Test
    void reservesCommitsAndRestocks() {
        receive(SERVO, 2);
        receive(MOTOR, 1);

        assertThat(FunctionRun.of(reserveStock, sample("ReserveStock")).output()).isEqualTo(
                "{\"outcome\":\"RESERVED\",\"expiresAt\":\"2026-01-01T08:30:00Z\"}");
        assertThat(FunctionRun.of(commitStock, sample("CommitStock")).output())
                .isEqualTo("{\"outcome\":\"COMMITTED\"}");
        assertThat(FunctionRun.of(releaseStock, sample("ReleaseStock")).output())
                .isEqualTo("{\"outcome\":\"RESTOCKED\"}");
    }

    @Test
    void namesWhatIsOutOfStock() {
        receive(SERVO, 5);
        receive(MOTOR, 1);

        assertThat(FunctionRun.of(reserveStock, sample("ReserveStock-too-many")).output())
                .isEqualTo("{\"outcome\":\"OUT_OF_STOCK\",\"shortages\":[{\"sku\":"
                        + "\"SRV-2040-485\",\"requested\":1000,\"available\":5}]}");
    }

    @Test
    void leavesATombstoneWhenReleasedFirst() {
        receive(SERVO, 5);

        assertThat(FunctionRun.of(releaseStock, sample("ReleaseStock")).output())
                .isEqualTo("{\"outcome\":\"NOTHING_RESERVED\"}");
        assertThat(FunctionRun.of(reserveStock, sample("ReserveStock")).output())
                .isEqualTo("{\"outcome\":\"RELEASED\"}");
    }

    @Test
    void releasesWhatExpiredWhenTheScheduleSaysSo() {
        receive(SERVO, 2);
        receive(MOTOR, 1);
        FunctionRun.of(reserveStock, sample("ReserveStock"));
        Clock later = Clock.offset(clock, Duration.ofMinutes(30));

        FunctionRun.of(
                new ReleaseExpiredReservationsHandler(
                        new ReleaseExpiredReservations(memory, later)),
                sample("ReleaseExpiredReservations"));

        assertThat(memory.find(SERVO)).hasValue(new StockLevel(SERVO, 2, 0, 3));
    }

    @Test
    void publishesEachWriteOfStock() {
        RecordingBus bus = new RecordingBus();
        var handler = new PublishStockChangesHandler(
                StreamFunction.ofBatches(
                        new OutboxPublisher(bus, StockEvents.mapper(),
                                "sku")::publish));

        FunctionRun run = FunctionRun.of(handler, sample("PublishStockChanges"));

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).hasSize(2).last().isEqualTo(new OutgoingEvent(
                "drivetrain.inventory", "StockChanged",
                "{\"metadata\":{\"eventId\":\"inventory:SRV-2040-485:2\",\"schemaVersion\":1,"
                        + "\"occurredAt\":\"2026-01-01T08:05:00.250Z\","
                        + "\"correlationId\":\"sample-request-1\",\"version\":2},\"data\":"
                        + "{\"sku\":\"SRV-2040-485\",\"available\":38,\"onHand\":40,"
                        + "\"reserved\":2}}"));
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        Map<String, String> region = Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID",
                "x", "AWS_SECRET_ACCESS_KEY", "x");

        assertThatThrownBy(() -> new ReserveStockHandler(region))
                .hasMessageContainingAll("STOCK_TABLE", "RESERVATIONS_TABLE",
                        "RESERVATION_MINUTES");
        assertThatThrownBy(() -> new ReceiveStockHandler(region))
                .hasMessageContainingAll("STOCK_TABLE", "RECEIPTS_TABLE");
        assertThatThrownBy(() -> new PublishStockChangesHandler(region))
                .hasMessageContaining("DEAD_LETTER_QUEUE is missing; EVENT_BUS");
    }

    private void receive(Sku sku, int quantity) {
        memory.receive(new Receipt(sku, "first", quantity),
                new Stamp(new CorrelationId("test"), NOW));
    }

    private static String body(FunctionRun run) {
        return run.output().replace("\\\"", "\"");
    }

    private static String sample(String name) {
        return SampleEvents.read("inventory/" + name);
    }
}
