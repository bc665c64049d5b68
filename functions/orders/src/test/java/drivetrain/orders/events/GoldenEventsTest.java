package drivetrain.orders.events;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.SHIPMENT;
import static drivetrain.orders.Samples.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.eventstore.StoredEvent;
import drivetrain.orders.domain.OrderEvent;
import drivetrain.orders.domain.OrderEvent.CancellationDeclined;
import drivetrain.orders.domain.OrderEvent.CancellationRequested;
import drivetrain.orders.domain.OrderEvent.OrderCancelled;
import drivetrain.orders.domain.OrderEvent.OrderConfirmed;
import drivetrain.orders.domain.OrderEvent.OrderDelivered;
import drivetrain.orders.domain.OrderEvent.OrderFulfilled;
import drivetrain.orders.domain.OrderEvent.OrderRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was ever written to the log can be read for ever. */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Map<String, OrderEvent> MEANING = Map.of("OrderPlaced.v1", placed(ORDER),
            "OrderConfirmed.v1", new OrderConfirmed(ADA, "pi_1"), "OrderRejected.v1",
            new OrderRejected(ADA, "OUT_OF_STOCK"), "CancellationRequested.v1",
            new CancellationRequested(ADA, true), "CancellationDeclined.v1",
            new CancellationDeclined(ADA, "ALREADY_DISPATCHED"), "OrderCancelled.v1",
            new OrderCancelled(ADA), "OrderFulfilled.v1", new OrderFulfilled(ADA, SHIPMENT),
            "OrderDelivered.v1", new OrderDelivered(ADA, NOW));

    private final OrderEventCodec codec = new OrderEventCodec();

    @Test
    void readsEveryVersionThatWasEverWritten() throws IOException {
        for (var file : goldenFiles()) {
            var name = file.getFileName().toString().replace(".json", "");
            int dot = name.indexOf(".v");
            var stored = stored(name.substring(0, dot),
                    Integer.parseInt(name.substring(dot + 2)), Files.readString(file));

            assertThat(codec.decode(stored)).as(name).isEqualTo(MEANING.get(name));
        }
    }

    @Test
    void writesEachEventAsItsNewestGoldenFileHasIt() throws IOException {
        for (var event : MEANING.values()) {
            var name = codec.type(event) + ".v" + codec.schemaVersion(event) + ".json";

            assertThat(codec.encode(event)).as(name)
                    .isEqualTo(Files.readString(GOLDEN.resolve(name)).strip());
        }
    }

    @Test
    void hasAGoldenFileOfEveryVersionOfEveryEvent() throws IOException {
        var names = Stream.of(OrderEvent.class.getPermittedSubclasses())
                .flatMap(type -> IntStream.rangeClosed(1, OrderEventCodec.SCHEMA_VERSION)
                        .mapToObj(version -> type.getSimpleName() + ".v" + version))
                .toList();

        assertThat(goldenFiles()).extracting(file -> file.getFileName().toString())
                .containsAll(names.stream().map(name -> name + ".json").toList());
        assertThat(MEANING.keySet()).containsAll(names);
    }

    @Test
    void refusesAnEventOrAShapeThatItDoesNotKnow() {
        assertThatThrownBy(() -> codec.decode(stored("OrderEnchanted", 1, "{}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.decode(stored("OrderCancelled", 2, "{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Path> goldenFiles() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static StoredEvent stored(String type, int schemaVersion, String data) {
        return new StoredEvent(ORDER.value(), 1, type, schemaVersion, NOW, "request-1", data);
    }
}
